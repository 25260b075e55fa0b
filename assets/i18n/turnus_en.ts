<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>ApprovalsPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BonusTally</name>
    <message numerus="yes">
        <source>%n posting(s)</source>
        <translation>
            <numerusform>%n posting</numerusform>
            <numerusform>%n postings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrochuresPage</name>
    <message numerus="yes">
        <source>%n still loading</source>
        <translation>
            <numerusform>%n still loading</numerusform>
            <numerusform>%n still loading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid for %n more day(s)</source>
        <translation>
            <numerusform>valid for %n more day</numerusform>
            <numerusform>valid for %n more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerItem</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberTally</name>
    <message numerus="yes">
        <source>%n posting(s)</source>
        <translation>
            <numerusform>%n posting</numerusform>
            <numerusform>%n postings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message numerus="yes">
        <source>%n entries are on this device only. They stay here and are sent after you sign in again.</source>
        <translation>
            <numerusform>%n entry is on this device only. It stays here and is sent after you sign in again.</numerusform>
            <numerusform>%n entries are on this device only. They stay here and are sent after you sign in again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpportunitiesEmpty</name>
    <message numerus="yes">
        <source>%n lead(s) without them.</source>
        <translation>
            <numerusform>%n lead without them.</numerusform>
            <numerusform>%n leads without them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>of a visit</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and report(s)</source>
        <translation>
            <numerusform>%n photo or report</numerusform>
            <numerusform>%n photos and reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralGuard</name>
    <message numerus="yes">
        <source>%n proof(s) missing</source>
        <translation>
            <numerusform>%n proof missing</numerusform>
            <numerusform>%n proofs missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n entries are not with the server yet; they stay here</source>
        <translation>
            <numerusform>%n entry is not with the server yet; it stays here</numerusform>
            <numerusform>%n entries are not with the server yet; they stay here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not with the server yet. They stay on this device and are sent after you sign in again, which needs a network.</source>
        <translation>
            <numerusform>%n entry is not with the server yet. It stays on this device and is sent after you sign in again, which needs a network.</numerusform>
            <numerusform>%n entries are not with the server yet. They stay on this device and are sent after you sign in again, which needs a network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message numerus="yes">
        <source>%n bonus(es) wait for you</source>
        <translation>
            <numerusform>%n bonus waits for you</numerusform>
            <numerusform>%n bonuses wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) with two values</source>
        <translation>
            <numerusform>one field with two values</numerusform>
            <numerusform>%n fields with two values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>Service every %n month(s)</source>
        <translation>
            <numerusform>Service every %n month</numerusform>
            <numerusform>Service every %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>Still missing: %n checklist item(s)</source>
        <translation>
            <numerusform>Still missing: %n checklist item</numerusform>
            <numerusform>Still missing: %n checklist items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s)</source>
        <translation>
            <numerusform>%n defect</numerusform>
            <numerusform>%n defects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%1 in %n day(s), about %2 a day.</source>
        <translation>
            <numerusform>+%1 in %n day, about %2 a day.</numerusform>
            <numerusform>+%1 in %n days, about %2 a day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n item(s) checked</source>
        <translation>
            <numerusform>%n item checked</numerusform>
            <numerusform>%n items checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n minute(s)</source>
        <translation>
            <numerusform>%1 to %2, %n minute</numerusform>
            <numerusform>%1 to %2, %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without a price are not in the sum.</source>
        <translation>
            <numerusform>%n part without a price is not in the sum.</numerusform>
            <numerusform>%n parts without a price are not in the sum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorthCard</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::asset::AssetViewModel</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <comment>forecasts</comment>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::bonus::BonusViewModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::carepage::ComplaintWords</name>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open, since %1</source>
        <translation>
            <numerusform>%n open, since %1</numerusform>
            <numerusform>%n open, since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::installedbase::ForecastWords</name>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n repair</numerusform>
            <numerusform>%n repairs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Condition %1 of 5 at %n visit(s); usual at %2% of life.</source>
        <translation>
            <numerusform>Condition %1 of 5 at %n visit; usual at %2% of life.</numerusform>
            <numerusform>Condition %1 of 5 at %n visits; usual at %2% of life.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Newest value %1, the limit is %2; %n measurement(s).</source>
        <translation>
            <numerusform>Newest value %1, the limit is %2; %n measurement.</numerusform>
            <numerusform>Newest value %1, the limit is %2; %n measurements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) for %1 since our records began; %2 would be usual.</source>
        <translation>
            <numerusform>%n repair for %1 since our records began; %2 would be usual.</numerusform>
            <numerusform>%n repairs for %1 since our records began; %2 would be usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n earlier forecast(s) for this product, %1% fell into their range.</source>
        <translation>
            <numerusform>Of %n earlier forecast for this product, %1% fell into their range.</numerusform>
            <numerusform>Of %n earlier forecasts for this product, %1% fell into their range.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) for %1 since our records began.</source>
        <translation>
            <numerusform>%n repair for %1 since our records began.</numerusform>
            <numerusform>%n repairs for %1 since our records began.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the manufacturer&apos;s figure, corrected by %n failure(s) of this product</source>
        <translation>
            <numerusform>the manufacturer&apos;s figure, corrected by %n failure of this product</numerusform>
            <numerusform>the manufacturer&apos;s figure, corrected by %n failures of this product</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::OpportunitiesViewModel</name>
    <message numerus="yes">
        <source>untouched for %n day(s)</source>
        <translation>
            <numerusform>untouched for %n day</numerusform>
            <numerusform>untouched for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::ProposalViewModel</name>
    <message numerus="yes">
        <source>%n service visit(s) a year</source>
        <translation>
            <numerusform>%n service visit a year</numerusform>
            <numerusform>%n service visits a year</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, lasts about %n month(s)</source>
        <translation>
            <numerusform>%1, lasts about %n month</numerusform>
            <numerusform>%1, lasts about %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::ReferralViewModel</name>
    <message numerus="yes">
        <source>%n repair(s) for %1 in 12 months, from the history</source>
        <translation>
            <numerusform>%n repair for %1 in 12 months, from the history</numerusform>
            <numerusform>%n repairs for %1 in 12 months, from the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brochure page(s) shown</source>
        <translation>
            <numerusform>%n brochure page shown</numerusform>
            <numerusform>%n brochure pages shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::outbox::OutboxViewModel</name>
    <message numerus="yes">
        <source>%n record(s) that it lost are sent again, and their files.</source>
        <translation>
            <numerusform>%n record that it lost is sent again, and its files.</numerusform>
            <numerusform>%n records that it lost are sent again, and their files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Photos and reports, %n</source>
        <translation>
            <numerusform>Photos and reports, %n</numerusform>
            <numerusform>Photos and reports, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here only</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n here only</numerusform>
            <numerusform>%n here only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::outbox::OutboxWords</name>
    <message numerus="yes">
        <source>This customer&apos;s data had to be erased, and %n of your entries with it.</source>
        <translation>
            <numerusform>This customer&apos;s data had to be erased, and one of your entries with it.</numerusform>
            <numerusform>This customer&apos;s data had to be erased, and %n of your entries with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::outbox::ReceiptViewModel</name>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bonus entry(ies)</source>
        <translation>
            <numerusform>%n bonus entry</numerusform>
            <numerusform>%n bonus entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::outlook::OutlookViewModel</name>
    <message numerus="yes">
        <source>%n failure(s) in 24 months, %1 expected</source>
        <translation>
            <numerusform>%n failure in 24 months, %1 expected</numerusform>
            <numerusform>%n failures in 24 months, %1 expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n unit(s) due within 12 months</source>
        <translation>
            <numerusform>About %n unit due within 12 months</numerusform>
            <numerusform>About %n units due within 12 months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not computed yet</source>
        <translation>
            <numerusform>%n not computed yet</numerusform>
            <numerusform>%n not computed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::shell::Readiness</name>
    <message numerus="yes">
        <source>%n missing</source>
        <extracomment>what a visit lacks on this device, in a badge</extracomment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::team::EvidenceWords</name>
    <message numerus="yes">
        <source>%1: %n page(s) shown, %2</source>
        <translation>
            <numerusform>%1: %n page shown, %2</numerusform>
            <numerusform>%1: %n pages shown, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grade %1 at %n visit(s) in a row</source>
        <translation>
            <numerusform>Grade %1 at %n visit</numerusform>
            <numerusform>Grade %1 at %n visits in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s), %1</source>
        <translation>
            <numerusform>%n repair, %1</numerusform>
            <numerusform>%n repairs, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::team::TeamViewModel</name>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::today::TodayViewModel</name>
    <message numerus="yes">
        <source>Today and the next %1 days: %n visit(s)</source>
        <translation>
            <numerusform>Today and the next %1 days: %n visit</numerusform>
            <numerusform>Today and the next %1 days: %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::DueNoteViewModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::VisitViewModel</name>
    <message numerus="yes">
        <source>%n min on site</source>
        <translation>
            <numerusform>%n min on site</numerusform>
            <numerusform>%n min on site</numerusform>
        </translation>
    </message>
</context>
</TS>
