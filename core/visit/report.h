#pragma once

#include "core/visit/completion.h"

namespace turnus::visit {

struct ReportField
{
    QString label;
    QString text;

    bool operator==(const ReportField &) const = default;
};

struct ReportBlock
{
    QString title;
    std::vector<ReportField> fields;

    bool operator==(const ReportBlock &) const = default;
};

struct ReportCheck
{
    QString label;
    QString text;
    Answer answer = Answer::Open;

    bool operator==(const ReportCheck &) const = default;
};

/// A photo by the hash of its file.
struct ReportPicture
{
    QString sha256;
    QString path;

    bool operator==(const ReportPicture &) const = default;
};

struct ReportFinding
{
    QString text;
    std::vector<ReportPicture> pictures;

    bool operator==(const ReportFinding &) const = default;
};

/// Words of one row: "2", "Gasket BG-31", "€14.50" or "unknown", "€29.00".
struct ReportPart
{
    QString quantity;
    QString name;
    QString each;
    QString price;

    bool operator==(const ReportPart &) const = default;
};

struct ReportParts
{
    QString title;
    ReportPart headings;
    std::vector<ReportPart> rows;
    QString sumLabel;
    QString sum;
    QString note; ///< how many prices are not in the sum

    bool operator==(const ReportParts &) const = default;
};

struct ReportSignature
{
    QString title;
    QString statement; ///< what the customer confirms, in the company's words
    QString signer;    ///< empty: not signed yet
    QString signedAt;
    QString note; ///< that nobody has signed yet, or that the name stands for the signature
    QByteArray strokes;
    QString fingerprintLabel;

    bool operator==(const ReportSignature &) const = default;
};

/// The service report as worded values, in the order in which it is read; where and how they stand is the renderer's.
struct ReportDocument
{
    QString language; ///< "de"
    Instant ended;
    QStringList letterhead; ///< the company's name and address, as it wrote them; may be empty
    QString title;
    QString number;
    ReportBlock customer;
    ReportBlock unit; ///< no fields: a visit without one
    ReportBlock work;
    QString checksTitle;
    std::vector<ReportCheck> checks;
    ReportBlock measured;
    QString findingsTitle;
    std::vector<ReportFinding> findings;
    QString picturesTitle;
    std::vector<ReportPicture> pictures; ///< those of no finding
    ReportParts parts;
    ReportBlock advice; ///< only what the customer was told
    ReportSignature signature;
    QString pageWords; ///< "Page %1 of %2"
    QString noPicture; ///< stands where a photo cannot be shown

    bool operator==(const ReportDocument &) const = default;
};

/// What the signature confirms: the company's words in that language, or the program's.
Result<QString> signatureStatement(storage::Connection &connection, const QString &language);

/// Of a visit as it is now; the signature is empty while `signing` names nobody.
Result<ReportDocument> reportDocument(storage::Connection &connection, const QString &contentDirectory,
                                      const VisitFacts &facts, Instant ended, const Signing &signing,
                                      const QLocale &locale);

/// Every word of it, and the hashes of its photos and strokes: what the customer signed, in a form that outlives any
/// layout. It travels inside the rendered report.
QString reportText(const ReportDocument &document);
/// SHA-256 of that text, in hexadecimal; printed beside the signature.
QString fingerprint(const ReportDocument &document);

struct RenderedReport
{
    QByteArray bytes;
    QString mediaType;
};

/// Makes a file of the report. Called from any thread; the same document becomes the same bytes in the same time zone.
class ReportRenderer
{
public:
    virtual ~ReportRenderer() = default;
    [[nodiscard]] virtual Result<RenderedReport> render(const ReportDocument &document) const = 0;
};

} // namespace turnus::visit
