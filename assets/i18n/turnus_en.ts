<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
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
</TS>
