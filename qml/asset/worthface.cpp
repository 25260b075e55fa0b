#include "qml/asset/worthface.h"

#include "core/installedbase/forecastwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace turnus::asset {

using installedbase::ForecastWords;

namespace {

QString worthWords(const char *text)
{
    return QCoreApplication::translate("WorthCard", text);
}

/// What is estimated is not told to the cent.
QString aboutMoney(Money amount)
{
    return ForecastWords::money(Money{qint64(std::lround(double(amount.cents) / 1000)) * 1000});
}

} // namespace

WorthFace worthOf(const forecast::RepairOrReplace &compared, Money price)
{
    WorthFace face;
    face.known = price.cents > 0;
    if (!face.known)
        return face;
    face.keep = compared.choice == forecast::Choice::Keep;
    face.headline = face.keep ? worthWords(QT_TRANSLATE_NOOP("WorthCard", "Keeping it costs less"))
                              : worthWords(QT_TRANSLATE_NOOP("WorthCard", "Replacing it costs less"));
    const int months = std::max(int(std::lround(compared.keepsMonths)), 1);
    const QString lasting = QCoreApplication::translate("WorthCard", "%n month(s)", nullptr, months);
    face.advantage = worthWords(QT_TRANSLATE_NOOP("WorthCard", "About %1 saved over the %2 that it is likely to last."))
                         .arg(aboutMoney(compared.advantage), lasting);
    face.keepText = aboutMoney(compared.keepPerYear);
    face.replaceText = aboutMoney(compared.replacePerYear);
    const double most = std::max({double(compared.keepPerYear.cents), double(compared.replacePerYear.cents), 1.0});
    face.keepShare = double(compared.keepPerYear.cents) / most;
    face.replaceShare = double(compared.replacePerYear.cents) / most;
    face.basis = worthWords(QT_TRANSLATE_NOOP("WorthCard", "A year, with repairs to be expected and the risk of a "
                                                           "breakdown; a new one at %1, no repair now."))
                     .arg(ForecastWords::money(price));
    return face;
}

} // namespace turnus::asset
