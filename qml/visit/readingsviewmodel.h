#pragma once

#include "qml/visit/visitcontext.h"

#include <QObject>
#include <QPointF>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

/// The meter being read, judged against the last readings while it is typed, and the condition grade.
class ReadingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.readings")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString lastText READ lastText NOTIFY changed)
    Q_PROPERTY(QVariantList points READ points NOTIFY changed)
    Q_PROPERTY(bool judged READ isJudged NOTIFY changed)
    Q_PROPERTY(QString lead READ lead NOTIFY changed)
    Q_PROPERTY(QString judgement READ judgement NOTIFY changed)
    Q_PROPERTY(int tone READ tone NOTIFY changed)
    Q_PROPERTY(bool asks READ asks NOTIFY changed)
    Q_PROPERTY(bool exchanged READ isExchanged WRITE setExchanged NOTIFY changed)
    Q_PROPERTY(bool saved READ isSaved NOTIFY changed)
    Q_PROPERTY(int grade READ grade NOTIFY changed)
    Q_PROPERTY(QString lastGradeText READ lastGradeText NOTIFY changed)
    Q_PROPERTY(QString gradeHint READ gradeHint NOTIFY changed)

public:
    explicit ReadingsViewModel(const VisitContext &context, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);

    [[nodiscard]] QString text() const { return m_text; }
    /// Digits as NumberPad types them; kept as a draft.
    void setText(const QString &text);
    [[nodiscard]] QString label() const;
    [[nodiscard]] QString lastText() const;
    /// Earlier readings and, last, the typed one: 0…1 in both directions, for the sparkline.
    [[nodiscard]] QVariantList points() const;
    [[nodiscard]] bool isJudged() const { return m_value.has_value(); }
    [[nodiscard]] QString lead() const;
    [[nodiscard]] QString judgement() const;
    [[nodiscard]] int tone() const;
    /// The reading is doubtful: a person has to say that it is right.
    [[nodiscard]] bool asks() const { return m_value && m_judged.asks(); }
    [[nodiscard]] bool isExchanged() const { return m_exchanged; }
    void setExchanged(bool exchanged);
    /// What is typed is what was recorded.
    [[nodiscard]] bool isSaved() const;
    [[nodiscard]] int grade() const;
    [[nodiscard]] QString lastGradeText() const;
    [[nodiscard]] QString gradeHint() const;

    /// Records what is typed. A doubtful reading needs `confirmed`; false when nothing was recorded.
    Q_INVOKABLE bool accept(bool confirmed);
    /// Records the grade at once.
    Q_INVOKABLE void pickGrade(int grade);

Q_SIGNALS:
    void changed();

private:
    void judge();

    const VisitContext &m_context;
    visit::Readings m_readings;
    QString m_unit;
    double m_nominal = 0;
    QString m_text;
    bool m_typed = false;
    bool m_exchanged = false;
    std::optional<double> m_value;
    visit::Plausibility m_judged;
};

} // namespace turnus::visitpage
