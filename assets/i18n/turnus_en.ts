<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
</TS>
