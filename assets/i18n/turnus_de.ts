<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AmountText</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1%2%3</source>
        <comment>sign, currency, amount</comment>
        <translation>%1%3&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>AppBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>AppButton</name>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ApprovalPage</name>
    <message>
        <source>History, cannot be changed</source>
        <translation>Verlauf, nicht änderbar</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>The team&apos;s bonuses cannot be read</source>
        <translation>Die Prämien des Teams lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Nichts zu prüfen</translation>
    </message>
    <message>
        <source>New bonuses show here with their evidence as soon as the server has noted them.</source>
        <translation>Neue Prämien erscheinen hier mit ihren Belegen, sobald der Server sie vorgemerkt hat.</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>When did you arrive?</source>
        <translation>Wann sind Sie angekommen?</translation>
    </message>
    <message>
        <source>The time you enter counts; the position&apos;s word is dropped.</source>
        <translation>Ihre Zeit gilt; die erkannte Position wird verworfen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>ArrivePanel</name>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Looking where you are …</source>
        <translation>Standort wird gesucht …</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>How to get in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Position at arrival only.</source>
        <translation>Standort nur bei Ankunft.</translation>
    </message>
    <message>
        <source>I am here</source>
        <translation>Ich bin da</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Start driving</source>
        <translation>Losfahren</translation>
    </message>
</context>
<context>
    <name>AssetHistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Visits, readings and repairs show here as soon as they are recorded.</source>
        <translation>Besuche, Zählerstände und Reparaturen erscheinen hier, sobald sie erfasst sind.</translation>
    </message>
    <message>
        <source>Advice: keep it</source>
        <translation>Rat: behalten</translation>
    </message>
    <message>
        <source>Advice: repair</source>
        <translation>Rat: reparieren</translation>
    </message>
    <message>
        <source>Advice: replace</source>
        <translation>Rat: austauschen</translation>
    </message>
    <message>
        <source>Grade %1 of 5</source>
        <translation>Note %1 von 5</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Meter reading</source>
        <translation>Zählerstand</translation>
    </message>
    <message>
        <source>Part, %1 ×</source>
        <translation>Ersatzteil, %1 ×</translation>
    </message>
    <message>
        <source>We said: most likely %1</source>
        <translation>Wir sagten: am ehesten %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
</context>
<context>
    <name>AssetPage</name>
    <message>
        <source>This unit cannot be shown</source>
        <translation>Dieses Gerät kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the brochure</source>
        <translation>Den Prospekt zeigen</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Show brochures</source>
        <translation>Prospekte zeigen</translation>
    </message>
    <message>
        <source>Usual for %1: %2</source>
        <translation>Üblich für %1: %2</translation>
    </message>
    <message>
        <source>by age</source>
        <translation>altersbedingt</translation>
    </message>
    <message>
        <source>Its age is a reason: %1</source>
        <translation>Das Alter ist ein Grund: %1</translation>
    </message>
    <message>
        <source>All else</source>
        <translation>Alles Übrige</translation>
    </message>
    <message>
        <source>What the other facts of this unit amount to together.</source>
        <translation>Was die übrigen Tatsachen zu diesem Gerät zusammen ausmachen.</translation>
    </message>
    <message>
        <source>Unit is gone</source>
        <translation>Gerät ist nicht mehr da</translation>
    </message>
    <message>
        <source>Failed, replaced, or a competitor&apos;s unit</source>
        <translation>Ausgefallen, ersetzt oder Wettbewerber</translation>
    </message>
    <message>
        <source>Its age speaks for keeping it: %1</source>
        <translation>Sein Alter spricht fürs Behalten: %1</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>To the complaint</source>
        <translation>Zur Reklamation</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
</context>
<context>
    <name>BoardCharts</name>
    <message>
        <source>Gauge, axis, course</source>
        <translation>Anzeige, Achse, Verlauf</translation>
    </message>
    <message>
        <source>Feb.</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>July 2026</source>
        <translation>Juli 2026</translation>
    </message>
    <message>
        <source>Jan.</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Jan. 26</source>
        <translation>Jan. 26</translation>
    </message>
    <message>
        <source>Apr.</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Oct.</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Jan. 27</source>
        <translation>Jan. 27</translation>
    </message>
    <message>
        <source>Short form: today, window P10–P90, line P50</source>
        <translation>Kurzform: heute, Fenster P10–P90, Strich P50</translation>
    </message>
    <message>
        <source>Last point with what was expected</source>
        <translation>Letzter Punkt mit Erwartung</translation>
    </message>
    <message>
        <source>Bonus row</source>
        <translation>Bonus-Zeile</translation>
    </message>
    <message>
        <source>Purchase BK 620</source>
        <translation>Kauf BK 620</translation>
    </message>
    <message>
        <source>Rule 4.2, version 7</source>
        <translation>Regel 4.2, Fassung 7</translation>
    </message>
    <message>
        <source>Contract Plus</source>
        <translation>Vertrag Plus</translation>
    </message>
    <message>
        <source>Exempel law firm</source>
        <translation>Kanzlei Exempel</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>8 entries</source>
        <translation>8 Buchungen</translation>
    </message>
    <message>
        <source>Purchase BK 520</source>
        <translation>Kauf BK 520</translation>
    </message>
    <message>
        <source>Share 40 %</source>
        <translation>Anteil 40 %</translation>
    </message>
    <message>
        <source>Reversal grinder</source>
        <translation>Storno Mühle</translation>
    </message>
    <message>
        <source>announced 18 Sept.</source>
        <translation>angekündigt 18. Sept.</translation>
    </message>
    <message>
        <source>Bottom bar, navigation</source>
        <translation>Untere Leiste, Navigation</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Conflict: a person chooses</source>
        <translation>Konflikt: ein Mensch wählt</translation>
    </message>
    <message>
        <source>You, 09:52</source>
        <translation>Sie, 09:52 Uhr</translation>
    </message>
    <message>
        <source>Office, 09:47</source>
        <translation>Büro, 09:47 Uhr</translation>
    </message>
</context>
<context>
    <name>BoardFields</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Dichtung</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Cup counter</source>
        <translation>Tassenzähler</translation>
    </message>
    <message>
        <source>Less than last time (198,640). Counter changed?</source>
        <translation>Kleiner als zuletzt (198.640). Zähler getauscht?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Brew group</source>
        <translation>Brühgruppe</translation>
    </message>
    <message>
        <source>Colour roles</source>
        <translation>Farbrollen</translation>
    </message>
</context>
<context>
    <name>BoardInput</name>
    <message>
        <source>Button</source>
        <translation>Button</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>Losfahren</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>Fokus</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Take the emergency</source>
        <translation>Notfall übernehmen</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>56 high, 48 in forms. The ring turns while waiting, the width stays.</source>
        <translation>56 hoch, im Formular 48. Beim Warten dreht der Ring, Breite bleibt.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Chip, badge, switch</source>
        <translation>Chip, Marke, Umschalter</translation>
    </message>
    <message>
        <source>with proof</source>
        <translation>mit Beleg</translation>
    </message>
    <message>
        <source>within 10 km</source>
        <translation>bis 10 km</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Proof there</source>
        <translation>Beleg da</translation>
    </message>
    <message>
        <source>for 3 days</source>
        <translation>seit 3 Tagen</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>Yes, discussed</source>
        <translation>Ja, besprochen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Tick box</source>
        <translation>Kästchen</translation>
    </message>
    <message>
        <source>One of many</source>
        <translation>Eins von mehreren</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Schalter</translation>
    </message>
</context>
<context>
    <name>BoardRows</name>
    <message>
        <source>Step and row</source>
        <translation>Schritt und Zeile</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>14 of 15 confirmed</source>
        <translation>14 von 15 bestätigt</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Customer survey</source>
        <translation>Kundenumfrage</translation>
    </message>
    <message>
        <source>open, voluntary</source>
        <translation>offen, freiwillig</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Missing: meter reading</source>
        <translation>Es fehlt: Zählerstand</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Fits:</source>
        <translation>Passt:</translation>
    </message>
    <message>
        <source>about 87 a day.</source>
        <translation>etwa 87 am Tag.</translation>
    </message>
    <message>
        <source>Please check:</source>
        <translation>Bitte prüfen:</translation>
    </message>
    <message>
        <source>340 a day, otherwise 87.</source>
        <translation>340 am Tag, sonst 87.</translation>
    </message>
    <message>
        <source>Not saved:</source>
        <translation>Nicht gespeichert:</translation>
    </message>
    <message>
        <source>The memory is full.</source>
        <translation>Speicher ist voll.</translation>
    </message>
    <message>
        <source>No network since 12:09. Go on working.</source>
        <translation>Kein Netz seit 12:09. Arbeiten Sie weiter.</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Notiz gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Honest advice: still locked</source>
        <translation>Ehrlicher Rat: noch gesperrt</translation>
    </message>
    <message>
        <source>Empty, loading, error</source>
        <translation>Leer, Laden, Fehler</translation>
    </message>
    <message>
        <source>Nothing is due today</source>
        <translation>Heute ist nichts fällig</translation>
    </message>
    <message>
        <source>Next window: Canteen Testwerk, January</source>
        <translation>Nächstes Fenster: Kantine Testwerk, Januar</translation>
    </message>
    <message>
        <source>Only at the first loading, otherwise from the device at once</source>
        <translation>Nur beim ersten Laden, sonst sofort vom Gerät</translation>
    </message>
    <message>
        <source>The picture cannot be opened</source>
        <translation>Bild lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>New photo</source>
        <translation>Neues Foto</translation>
    </message>
</context>
<context>
    <name>BonusPage</name>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>The ledger cannot be read</source>
        <translation>Die Buchungen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>No bonus yet</source>
        <translation>Noch keine Buchungen</translation>
    </message>
    <message>
        <source>The first referral with its evidence shows here as soon as the server has noted it.</source>
        <translation>Die erste Empfehlung mit Beleg erscheint hier, sobald der Server sie vorgemerkt hat.</translation>
    </message>
</context>
<context>
    <name>BonusTally</name>
    <message>
        <source>Noted</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message numerus="yes">
        <source>%n posting(s)</source>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
</context>
<context>
    <name>BrochuresPage</name>
    <message>
        <source>Brochures</source>
        <translation>Prospekte</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Search brochures</source>
        <translation>Prospekte suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n still loading</source>
        <translation>
            <numerusform>%n lädt noch</numerusform>
            <numerusform>%n laden noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Title or product</source>
        <translation>Titel oder Produkt</translation>
    </message>
    <message>
        <source>The brochures cannot be read</source>
        <translation>Die Prospekte können nicht gelesen werden</translation>
    </message>
    <message>
        <source>No brochure fits this unit</source>
        <translation>Kein Prospekt passt zu diesem Gerät</translation>
    </message>
    <message>
        <source>All valid ones are listed below.</source>
        <translation>Alle gültigen stehen unten.</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Unterlagen</translation>
    </message>
    <message>
        <source>%1 of %2 on this device</source>
        <translation>%1 von %2 auf diesem Gerät</translation>
    </message>
    <message>
        <source>No documents here</source>
        <translation>Hier sind keine Unterlagen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>They arrive with the next sync.</source>
        <translation>Sie kommen mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>gültig ab %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>still to load</source>
        <translation>lädt noch</translation>
    </message>
    <message>
        <source>last day today</source>
        <translation>heute letzter Tag</translation>
    </message>
    <message numerus="yes">
        <source>valid for %n more day(s)</source>
        <translation>
            <numerusform>noch %n Tag gültig</numerusform>
            <numerusform>noch %n Tage gültig</numerusform>
        </translation>
    </message>
    <message>
        <source>on this device</source>
        <translation>auf diesem Gerät</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalculationSheet</name>
    <message>
        <source>Recalculated</source>
        <translation>Nachgerechnet</translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>How forecasts came true</source>
        <translation>So trafen Prognosen ein</translation>
    </message>
    <message>
        <source>No forecast is decided yet. The server counts them as soon as units fail or outlive their range.</source>
        <translation>Noch ist keine Prognose entschieden. Der Server zählt, sobald Geräte ausfallen oder ihre Spanne überleben.</translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>Failures within a year: forecast against what happened</source>
        <translation>Ausfälle binnen eines Jahres: Prognose und was geschah</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>across: forecast within a year · up: happened</source>
        <translation>quer: Prognose für ein Jahr · hoch: eingetreten</translation>
    </message>
</context>
<context>
    <name>ChecklistItem</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (freiwillig)</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was fehlt?</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>ChecklistStep</name>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
</context>
<context>
    <name>ComplaintItem</name>
    <message>
        <source>Settled complaint: %1</source>
        <translation>Geklärte Reklamation: %1</translation>
    </message>
    <message>
        <source>Open complaint: %1</source>
        <translation>Offene Reklamation: %1</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Settle: %1</source>
        <translation>Klären: %1</translation>
    </message>
</context>
<context>
    <name>ComplaintSheet</name>
    <message>
        <source>Take a complaint</source>
        <translation>Reklamation aufnehmen</translation>
    </message>
    <message>
        <source>Saved here, sent with the next sync.</source>
        <translation>Hier gespeichert, wird beim nächsten Abgleich gesendet.</translation>
    </message>
    <message>
        <source>Save the complaint</source>
        <translation>Reklamation speichern</translation>
    </message>
    <message>
        <source>What does the customer complain of?</source>
        <translation>Was beanstandet der Kunde?</translation>
    </message>
    <message>
        <source>Which unit?</source>
        <translation>Um welches Gerät geht es?</translation>
    </message>
</context>
<context>
    <name>ComplaintsCard</name>
    <message>
        <source>Take a complaint</source>
        <translation>Reklamation aufnehmen</translation>
    </message>
    <message>
        <source>No recommendation until settled</source>
        <translation>Bis zur Klärung keine Empfehlung</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Take yours</source>
        <translation>Ihre nehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere nehmen</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>Diesen Wert nehmen</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>The technician can choose, too; the first choice counts</source>
        <translation>Auch der Techniker kann wählen, die erste Wahl gilt</translation>
    </message>
    <message>
        <source>This cannot be settled</source>
        <translation>Das lässt sich nicht entscheiden</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message>
        <source>Where two people changed the same field, both values show here.</source>
        <translation>Wo zwei dasselbe Feld geändert haben, stehen hier beide Werte.</translation>
    </message>
</context>
<context>
    <name>ConsentCard</name>
    <message>
        <source>Somebody else</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>Who agrees?</source>
        <translation>Wer ist einverstanden?</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>This customer cannot be shown</source>
        <translation>Dieser Kunde kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>No units here</source>
        <translation>Keine Geräte hier</translation>
    </message>
    <message>
        <source>Nothing of ours is installed at this customer.</source>
        <translation>Bei diesem Kunden steht kein Gerät von uns.</translation>
    </message>
</context>
<context>
    <name>CustomerItem</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 due</source>
        <translation>%1 von %2 fällig</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customer, place, unit, number</source>
        <translation>Kunde, Ort, Gerät, Nummer</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>Noch keine Kunden</translation>
    </message>
    <message>
        <source>They arrive with the first sync.</source>
        <translation>Sie kommen mit dem ersten Abgleich.</translation>
    </message>
    <message>
        <source>The customers cannot be read</source>
        <translation>Die Kunden können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Every word must begin a name, a street, a number or a product.</source>
        <translation>Jedes Wort muss am Anfang eines Namens, einer Straße, einer Nummer oder eines Produkts stehen.</translation>
    </message>
</context>
<context>
    <name>DayChips</name>
    <message>
        <source>Day (dd/mm/yyyy)</source>
        <translation>Tag (TT.MM.JJJJ)</translation>
    </message>
</context>
<context>
    <name>DeclineSheet</name>
    <message>
        <source>Decline with a reason</source>
        <translation>Ablehnen mit Grund</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>A reason is missing</source>
        <translation>Es fehlt ein Grund</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The technician reads it with the bonus.</source>
        <translation>Die Technik liest ihn bei der Prämie.</translation>
    </message>
</context>
<context>
    <name>DueNoteSheet</name>
    <message>
        <source>Due note: %1</source>
        <translation>Fällig-Notiz: %1</translation>
    </message>
    <message>
        <source>Three taps will do. Saved here.</source>
        <translation>Drei Tipps genügen. Wird hier gespeichert.</translation>
    </message>
    <message>
        <source>Continue: proposal</source>
        <translation>Weiter: Vorschlag</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Nur Notiz</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Ihr Urteil</translation>
    </message>
    <message>
        <source>Runs on well</source>
        <translation>Läuft gut weiter</translation>
    </message>
    <message>
        <source>A repair is worth it</source>
        <translation>Reparieren lohnt sich</translation>
    </message>
    <message>
        <source>Plan a replacement</source>
        <translation>Austausch einplanen</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>Bis wann?</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>Prognose: %1</translation>
    </message>
    <message>
        <source>%1 mo.</source>
        <translation>%1 Mon.</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>What shows it?</source>
        <translation>Woran sehen Sie das?</translation>
    </message>
    <message>
        <source>Cost of repairs</source>
        <translation>Reparaturkosten</translation>
    </message>
    <message>
        <source>Parts run out</source>
        <translation>Teile enden</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Does the customer know?</source>
        <translation>Weiß der Kunde davon?</translation>
    </message>
    <message>
        <source>Yes, discussed</source>
        <translation>Ja, besprochen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Why the forecast says so</source>
        <translation>Warum die Prognose so lautet</translation>
    </message>
</context>
<context>
    <name>EarlyCard</name>
    <message>
        <source>Failing early</source>
        <translation>Früh ausfallend</translation>
    </message>
    <message>
        <source>No product fails much more often than its manufacturer&apos;s figure lets expect.</source>
        <translation>Kein Produkt fällt viel öfter aus, als die Herstellerangabe erwarten lässt.</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>Your entries are safe.</source>
        <translation>Ihre Eingaben sind sicher.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>EvidenceColumn</name>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>No visit on this device belongs to this bonus.</source>
        <translation>Zu dieser Prämie liegt auf diesem Gerät kein Besuch vor.</translation>
    </message>
</context>
<context>
    <name>EvidenceList</name>
    <message>
        <source>given</source>
        <translation>liegt vor</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>FindingsStep</name>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Grade %1</source>
        <translation>Note %1</translation>
    </message>
    <message>
        <source>Finding %1</source>
        <translation>Befund %1</translation>
    </message>
    <message>
        <source>Another finding</source>
        <translation>Weiterer Befund</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Unit is gone</source>
        <translation>Gerät ist nicht mehr da</translation>
    </message>
    <message>
        <source>Failed, replaced, or a competitor&apos;s unit</source>
        <translation>Ausgefallen, ersetzt oder Wettbewerber</translation>
    </message>
</context>
<context>
    <name>FirstSync</name>
    <message>
        <source>a few seconds left</source>
        <translation>noch wenige Sekunden</translation>
    </message>
    <message>
        <source>about %1 seconds left</source>
        <translation>noch etwa %1 Sekunden</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>All %1 rows are here. Making them ready for the search.</source>
        <translation>Alle %1 Zeilen sind da. Die Suche wird vorbereitet.</translation>
    </message>
    <message>
        <source>Your territory is arriving: %1 of %2 rows</source>
        <translation>Ihr Gebiet wird geladen: %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Contacting the server</source>
        <translation>Verbindung zum Server</translation>
    </message>
    <message>
        <source>First sync</source>
        <translation>Erster Abgleich</translation>
    </message>
    <message>
        <source>%1 of %2 MB</source>
        <translation>%1 von %2 MB</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>weight, time left</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Goes on where it stopped: %1 rows were here already.</source>
        <translation>Es geht weiter, wo es unterbrochen wurde: %1 Zeilen waren schon hier.</translation>
    </message>
</context>
<context>
    <name>FittingItem</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
</context>
<context>
    <name>ForecastAxis</name>
    <message>
        <source>Most likely %1</source>
        <translation>Am ehesten %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>GalleryWindow</name>
    <message>
        <source>Turnus: every control in every state</source>
        <translation>Turnus: jeder Baustein in jedem Zustand</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>sunlight</source>
        <translation>Sonnenlicht</translation>
    </message>
    <message>
        <source>large text</source>
        <translation>große Schrift</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>Use</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>percentage, %1 is a number</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>GradePicker</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Condition: %1, %2</source>
        <translation>Zustand: %1, %2</translation>
    </message>
    <message>
        <source>Condition: not graded</source>
        <translation>Zustand: noch ohne Note</translation>
    </message>
</context>
<context>
    <name>HandedOver</name>
    <message>
        <source>Referral handed over</source>
        <translation>Empfehlung übergeben</translation>
    </message>
</context>
<context>
    <name>HeldItem</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei sichern</translation>
    </message>
</context>
<context>
    <name>HistorySheet</name>
    <message>
        <source>History, cannot be changed</source>
        <translation>Verlauf, nicht änderbar</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>End the presentation: hold, or press Back</source>
        <translation>Präsentation beenden: halten oder Zurück drücken</translation>
    </message>
</context>
<context>
    <name>LedgerDetail</name>
    <message>
        <source>Recalculate</source>
        <translation>Nachrechnen</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Beanstanden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>LedgerItem</name>
    <message>
        <source>for you and your supervisor</source>
        <translation>für Sie und Ihre Leitung</translation>
    </message>
</context>
<context>
    <name>LedgerRow</name>
    <message>
        <source>noted</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>ausgezahlt</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>beanstandet</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>LicenceSheet</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Turnus %1</source>
        <translation>Turnus %1</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
</context>
<context>
    <name>LineCard</name>
    <message>
        <source>History, cannot be changed</source>
        <translation>Verlauf, nicht änderbar</translation>
    </message>
</context>
<context>
    <name>LoadingSkeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>MemberTally</name>
    <message>
        <source>%1: approved %2, noted %3</source>
        <translation>%1: freigegeben %2, vorgemerkt %3</translation>
    </message>
    <message numerus="yes">
        <source>%n posting(s)</source>
        <translation>
            <numerusform>%n Buchung</numerusform>
            <numerusform>%n Buchungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MorePage</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Everything recorded stays on this device</source>
        <translation>Alles Erfasste bleibt auf diesem Gerät</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are on this device only. They stay here and are sent after you sign in again.</source>
        <translation>
            <numerusform>%n Eintrag ist nur auf diesem Gerät. Er bleibt hier und wird gesendet, wenn Sie sich wieder anmelden.</numerusform>
            <numerusform>%n Einträge sind nur auf diesem Gerät. Sie bleiben hier und werden gesendet, wenn Sie sich wieder anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything stays on this device until you sign in again.</source>
        <translation>Alles bleibt auf diesem Gerät, bis Sie sich wieder anmelden.</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>%1, %2 new</source>
        <translation>%1, %2 neu</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NearnessCircle</name>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
</context>
<context>
    <name>NearnessDot</name>
    <message>
        <source>%1, %2, %3 km</source>
        <comment>place, kind, distance</comment>
        <translation>%1, %2, %3 km</translation>
    </message>
    <message>
        <source>becoming due</source>
        <translation>wird fällig</translation>
    </message>
    <message>
        <source>with sales</source>
        <translation>beim Vertrieb</translation>
    </message>
</context>
<context>
    <name>NearnessPane</name>
    <message>
        <source>becomes due</source>
        <translation>wird fällig</translation>
    </message>
    <message>
        <source>with sales</source>
        <translation>beim Vertrieb</translation>
    </message>
    <message>
        <source>your route</source>
        <translation>Ihre Route</translation>
    </message>
    <message>
        <source>No position yet</source>
        <translation>Noch keine Position</translation>
    </message>
</context>
<context>
    <name>NearnessRing</name>
    <message>
        <source>Places by distance and direction</source>
        <translation>Orte nach Entfernung und Richtung</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>What happens next</source>
        <translation>So geht es weiter</translation>
    </message>
    <message>
        <source>Your supervisor checks the proof, then sales takes over. Under Leads you see every step.</source>
        <translation>Ihre Leitung prüft den Beleg, dann übernimmt der Vertrieb. Unter Chancen sehen Sie jeden Schritt.</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Number pad</source>
        <translation>Zahlenfeld</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Photograph the counter</source>
        <translation>Zähler fotografieren</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Field before</source>
        <translation>Vorheriges Feld</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Nächstes Feld</translation>
    </message>
</context>
<context>
    <name>OpportunitiesEmpty</name>
    <message>
        <source>The leads cannot be read</source>
        <translation>Die Chancen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>No lead passes these filters</source>
        <translation>Keine Chance passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Nothing becomes due</source>
        <translation>Nichts wird fällig</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) without them.</source>
        <translation>
            <numerusform>%n Chance ohne Filter.</numerusform>
            <numerusform>%n Chancen ohne Filter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Units show here as soon as their forecast says so.</source>
        <translation>Geräte erscheinen hier, sobald ihre Prognose es sagt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>OpportunitiesPage</name>
    <message>
        <source>Leads</source>
        <translation>Chancen</translation>
    </message>
</context>
<context>
    <name>OpportunityFilters</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Nearness</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>My referrals</source>
        <translation>Meine Empfehlungen</translation>
    </message>
    <message>
        <source>up to 10 km</source>
        <translation>bis 10 km</translation>
    </message>
    <message>
        <source>up to 12 mo.</source>
        <translation>bis 12 Mon.</translation>
    </message>
    <message>
        <source>with evidence</source>
        <translation>mit Beleg</translation>
    </message>
</context>
<context>
    <name>OpportunityItem</name>
    <message>
        <source>most likely %1</source>
        <translation>am ehesten %1</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>No network. Go on working, it is sent by itself later.</source>
        <translation>Kein Netz. Arbeiten Sie weiter, gesendet wird später von selbst.</translation>
    </message>
    <message>
        <source>You work offline. Go on working, nothing is lost.</source>
        <translation>Sie arbeiten offline. Arbeiten Sie weiter, nichts geht verloren.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>holds up nothing else</source>
        <translation>blockiert nichts anderes</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>The server has everything that you recorded on this device.</source>
        <translation>Der Server hat alles, was Sie auf diesem Gerät erfasst haben.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Discard this entry?</source>
        <translation>Diesen Eintrag verwerfen?</translation>
    </message>
    <message>
        <source>It is taken back on this device. A copy is written as text first.</source>
        <translation>Er wird auf diesem Gerät zurückgenommen. Vorher wird eine Kopie als Text geschrieben.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discarded. The copy is in %1</source>
        <translation>Verworfen. Die Kopie liegt in %1</translation>
    </message>
    <message>
        <source>Shift receipt</source>
        <translation>Schichtbeleg</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>Gesichert in %1</translation>
    </message>
</context>
<context>
    <name>OutlookPage</name>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>The forecast cannot be counted</source>
        <translation>Die Prognose kann nicht gezählt werden</translation>
    </message>
    <message>
        <source>No units yet</source>
        <translation>Noch keine Geräte</translation>
    </message>
    <message>
        <source>The units of the territories that you lead show here after the first sync.</source>
        <translation>Die Geräte der Gebiete, die Sie leiten, erscheinen hier nach dem ersten Abgleich.</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>Nach Produkt</translation>
    </message>
    <message>
        <source>within 12 months</source>
        <translation>binnen 12 Monaten</translation>
    </message>
    <message>
        <source>By territory</source>
        <translation>Nach Gebiet</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>BK 420 · step 2 of 8</source>
        <translation>BK 420 · Schritt 2 von 8</translation>
    </message>
    <message>
        <source>Cup counter</source>
        <translation>Tassenzähler</translation>
    </message>
    <message>
        <source>last 198,640 on 16 April</source>
        <translation>zuletzt 198.640 am 16. April</translation>
    </message>
    <message>
        <source>Fits:</source>
        <translation>Passt:</translation>
    </message>
    <message>
        <source>15,740 more in 181 days, about 87 a day. Expected were 213,200 to 215,600.</source>
        <translation>+15.740 in 181 Tagen, etwa 87 am Tag. Erwartet waren 213.200 bis 215.600.</translation>
    </message>
    <message>
        <source>Oct.</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov. 2025</source>
        <translation>Nov. 2025</translation>
    </message>
    <message>
        <source>Jan. 26</source>
        <translation>Jan. 26</translation>
    </message>
    <message>
        <source>Apr.</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Jan. 27</source>
        <translation>Jan. 27</translation>
    </message>
    <message>
        <source>Nov.</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Feb. 2026</source>
        <translation>Feb. 2026</translation>
    </message>
    <message>
        <source>Everything is confirmed</source>
        <translation>Alles ist bestätigt</translation>
    </message>
    <message>
        <source>The next appointment is tomorrow at 08:00.</source>
        <translation>Der nächste Termin ist morgen um 08:00 Uhr.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>End the presentation?</source>
        <translation>Präsentation beenden?</translation>
    </message>
    <message>
        <source>The customer&apos;s interest is saved.</source>
        <translation>Das Interesse des Kunden ist gespeichert.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
</context>
<context>
    <name>PanelNearness</name>
    <message>
        <source>Leads</source>
        <translation>Chancen</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Notiz gespeichert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PanelSignature</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Confirms the work, not the referral.</source>
        <translation>Bestätigt die Arbeiten, nicht die Empfehlung.</translation>
    </message>
    <message>
        <source>Report and signature are saved together.</source>
        <translation>Bericht und Unterschrift werden zusammen gespeichert.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Finish the visit</source>
        <translation>Besuch abschließen</translation>
    </message>
    <message>
        <source>Missing: signature</source>
        <translation>Es fehlt: Unterschrift</translation>
    </message>
</context>
<context>
    <name>PanelToday</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tue, 14 October</source>
        <translation>Di., 14. Oktober</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Ready offline</source>
        <translation>Ohne Netz bereit</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Tagesplan</translation>
    </message>
    <message>
        <source>2 of 5 done</source>
        <translation>2 von 5 erledigt</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>Losfahren</translation>
    </message>
    <message>
        <source>Next up</source>
        <translation>Als Nächstes</translation>
    </message>
</context>
<context>
    <name>PartsStep</name>
    <message>
        <source>Used</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Part number or name</source>
        <translation>Teilenummer oder Name</translation>
    </message>
    <message>
        <source>Van</source>
        <translation>Wagen</translation>
    </message>
    <message>
        <source>%1 from the van</source>
        <translation>%1 aus dem Fahrzeug</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellen</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>%1 bestellen</translation>
    </message>
    <message>
        <source>“%1”, not on the list</source>
        <translation>„%1“, nicht in der Liste</translation>
    </message>
    <message>
        <source>To be ordered, price unknown</source>
        <translation>Zu bestellen, Preis unbekannt</translation>
    </message>
</context>
<context>
    <name>PastForecasts</name>
    <message>
        <source>%1% within a year</source>
        <translation>%1&#xa0;% binnen eines Jahres</translation>
    </message>
    <message>
        <source>told to the customer</source>
        <translation>dem Kunden gesagt</translation>
    </message>
    <message>
        <source>In %1 we said: %2</source>
        <translation>Im %1 sagten wir: %2</translation>
    </message>
</context>
<context>
    <name>PastForecastsSheet</name>
    <message>
        <source>What we said before</source>
        <translation>Was wir früher sagten</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Photo: %1, %2</source>
        <translation>Foto: %1, %2</translation>
    </message>
    <message>
        <source>Photo: %1</source>
        <translation>Foto: %1</translation>
    </message>
</context>
<context>
    <name>PhotosStep</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Add from this device&apos;s pictures</source>
        <translation>Bilder des Geräts</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>No pictures on this device</source>
        <translation>Keine Bilder auf diesem Gerät</translation>
    </message>
    <message>
        <source>Take one with the camera; it appears here. A photo is never required.</source>
        <translation>Nehmen Sie eins mit der Kamera auf; es erscheint hier. Ein Foto ist nie Pflicht.</translation>
    </message>
</context>
<context>
    <name>PickedItem</name>
    <message>
        <source>most likely %1</source>
        <translation>am ehesten %1</translation>
    </message>
</context>
<context>
    <name>PresentationBar</name>
    <message>
        <source>Hold to end</source>
        <translation>Zum Beenden halten</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
</context>
<context>
    <name>PresentationPage</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>This page cannot be shown</source>
        <translation>Diese Seite kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This document is no longer valid</source>
        <translation>Diese Unterlage gilt nicht mehr</translation>
    </message>
    <message>
        <source>This document is not on the device yet</source>
        <translation>Diese Unterlage ist noch nicht auf dem Gerät</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>End the presentation?</source>
        <translation>Präsentation beenden?</translation>
    </message>
    <message>
        <source>The handheld then shows the app again.</source>
        <translation>Danach zeigt das Gerät wieder die App.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter zeigen</translation>
    </message>
</context>
<context>
    <name>ProgressSegments</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ProofCard</name>
    <message>
        <source>Proof complete</source>
        <translation>Beleg vollständig</translation>
    </message>
    <message>
        <source>Proof is missing</source>
        <translation>Es fehlt ein Beleg</translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 von 3</translation>
    </message>
</context>
<context>
    <name>ProofItem</name>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not all confirmed</source>
        <translation>nicht alles bestätigt</translation>
    </message>
</context>
<context>
    <name>ProposalExtras</name>
    <message>
        <source>Guide value, not binding</source>
        <translation>Richtwert, unverbindlich</translation>
    </message>
    <message>
        <source>Offer the repair too</source>
        <translation>Reparatur mit anbieten</translation>
    </message>
</context>
<context>
    <name>ProposalPage</name>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>The proposal cannot be made</source>
        <translation>Der Vorschlag ist nicht möglich</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the brochure</source>
        <translation>Den Prospekt zeigen</translation>
    </message>
    <message>
        <source>Next: proof</source>
        <translation>Weiter: Beleg</translation>
    </message>
    <message>
        <source>Net total</source>
        <translation>Summe netto</translation>
    </message>
</context>
<context>
    <name>ReadinessSheet</name>
    <message>
        <source>Ready offline</source>
        <translation>Ohne Netz bereit</translation>
    </message>
    <message>
        <source>Not ready offline yet</source>
        <translation>Noch nicht ohne Netz bereit</translation>
    </message>
    <message>
        <source>Everything that the visit needs is on this device.</source>
        <translation>Alles, was der Besuch braucht, ist auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This is missing on this device:</source>
        <translation>Das fehlt auf diesem Gerät:</translation>
    </message>
    <message>
        <source>No network. It is fetched by itself as soon as there is one.</source>
        <translation>Kein Netz. Es wird von selbst geholt, sobald eines da ist.</translation>
    </message>
    <message>
        <source>You work offline. Go online to fetch it.</source>
        <translation>Sie arbeiten ohne Netz. Gehen Sie online, um es zu holen.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Fetch now</source>
        <translation>Jetzt holen</translation>
    </message>
</context>
<context>
    <name>ReadingsStep</name>
    <message>
        <source>Still missing: the condition</source>
        <translation>Es fehlt: der Zustand</translation>
    </message>
    <message>
        <source>The meter was exchanged and began at zero</source>
        <translation>Zähler getauscht, begann bei null</translation>
    </message>
    <message>
        <source>Meter exchanged or reset?</source>
        <translation>Zähler getauscht oder zurückgesetzt?</translation>
    </message>
    <message>
        <source>Condition of the unit</source>
        <translation>Zustand des Geräts</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Stimmt so</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Korrigieren</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Nothing sets this unit apart from others of its age.</source>
        <translation>Nichts unterscheidet dieses Gerät von anderen seines Alters.</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>Earlier receipt</source>
        <translation>Früherer Beleg</translation>
    </message>
    <message>
        <source>Later receipt</source>
        <translation>Späterer Beleg</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Checked on this device, key %1. Anyone can check the file with the company&apos;s public key.</source>
        <translation>Auf diesem Gerät geprüft, Schlüssel %1. Mit dem öffentlichen Schlüssel der Firma kann jeder die Datei prüfen.</translation>
    </message>
    <message>
        <source>No receipt of this day yet</source>
        <translation>Noch kein Beleg für diesen Tag</translation>
    </message>
    <message>
        <source>It comes by itself once the last visit is confirmed. You can also ask for it now.</source>
        <translation>Er kommt von selbst, sobald der letzte Besuch bestätigt ist. Sie können ihn auch jetzt anfordern.</translation>
    </message>
    <message>
        <source>Ask anew</source>
        <translation>Neu anfordern</translation>
    </message>
    <message>
        <source>Ask the server</source>
        <translation>Server fragen</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei sichern</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gesichert: %1</translation>
    </message>
</context>
<context>
    <name>ReceiptWords</name>
    <message>
        <source>Shift receipt %1</source>
        <translation>Schichtbeleg %1</translation>
    </message>
    <message>
        <source>ddd, d MMM</source>
        <comment>day of a shift receipt</comment>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>%1 of %2 photos and reports confirmed</source>
        <translation>%1 von %2 Fotos und Berichten bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>of a visit</comment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and report(s)</source>
        <translation>
            <numerusform>%n Foto oder Bericht</numerusform>
            <numerusform>%n Fotos und Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>all confirmed</source>
        <translation>alles bestätigt</translation>
    </message>
    <message>
        <source>not all confirmed</source>
        <translation>nicht alles bestätigt</translation>
    </message>
    <message>
        <source>Signed by the server on %1 at %2</source>
        <translation>Vom Server unterschrieben am %1 um %2 Uhr</translation>
    </message>
    <message>
        <source>Signed by a key that is not the company&apos;s. Do not rely on it.</source>
        <translation>Mit einem Schlüssel unterschrieben, der nicht der der Firma ist. Bitte nicht darauf verlassen.</translation>
    </message>
    <message>
        <source>The signature does not match: the receipt has been changed.</source>
        <translation>Die Unterschrift passt nicht: Der Beleg wurde verändert.</translation>
    </message>
    <message>
        <source>The receipt cannot be read.</source>
        <translation>Der Beleg ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>Besuch %1</translation>
    </message>
    <message>
        <source>The server does not have this visit.</source>
        <translation>Der Server hat diesen Besuch nicht.</translation>
    </message>
    <message>
        <source>missing: %1 × %2</source>
        <comment>how many, kind of record</comment>
        <translation>es fehlt: %1 × %2</translation>
    </message>
    <message>
        <source>other content: %1</source>
        <comment>kind of record</comment>
        <translation>anderer Inhalt: %1</translation>
    </message>
    <message>
        <source>not completed there</source>
        <translation>dort nicht abgeschlossen</translation>
    </message>
</context>
<context>
    <name>RecommendationStep</name>
    <message>
        <source>Due note</source>
        <translation>Fällig-Notiz</translation>
    </message>
    <message>
        <source>Three taps, saved here</source>
        <translation>Drei Tipps, wird hier gespeichert</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Good, better, best beside the repair</source>
        <translation>Gut, besser, bestens neben der Reparatur</translation>
    </message>
    <message>
        <source>Hand over to sales</source>
        <translation>An den Vertrieb geben</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>With interest and consent</source>
        <translation>Mit Interesse und Einwilligung</translation>
    </message>
    <message>
        <source>Unit is gone</source>
        <translation>Gerät ist nicht mehr da</translation>
    </message>
    <message>
        <source>Failed, replaced, or a competitor&apos;s unit</source>
        <translation>Ausgefallen, ersetzt oder Wettbewerber</translation>
    </message>
    <message>
        <source>To the complaint</source>
        <translation>Zur Reklamation</translation>
    </message>
</context>
<context>
    <name>ReferralGuard</name>
    <message>
        <source>Proof complete</source>
        <translation>Beleg vollständig</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) missing</source>
        <translation>
            <numerusform>Es fehlt ein Beleg</numerusform>
            <numerusform>Es fehlen %n Belege</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of 3</source>
        <translation>%1 von 3</translation>
    </message>
    <message>
        <source>Finding with grade</source>
        <translation>Befund mit Note</translation>
    </message>
    <message>
        <source>Finding with grade is missing</source>
        <translation>Befund mit Note fehlt</translation>
    </message>
    <message>
        <source>Repair shown</source>
        <translation>Reparatur gezeigt</translation>
    </message>
    <message>
        <source>Repair price is missing</source>
        <translation>Reparaturpreis fehlt</translation>
    </message>
    <message>
        <source>Photo of the finding</source>
        <translation>Foto vom Befund</translation>
    </message>
    <message>
        <source>Photo of the finding is missing</source>
        <translation>Foto vom Befund fehlt</translation>
    </message>
    <message>
        <source>Add the finding</source>
        <translation>Befund erfassen</translation>
    </message>
    <message>
        <source>Show the repair</source>
        <translation>Reparatur zeigen</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Foto machen</translation>
    </message>
</context>
<context>
    <name>ReferralPage</name>
    <message>
        <source>To sales</source>
        <translation>An den Vertrieb</translation>
    </message>
    <message>
        <source>How does the customer stand to it?</source>
        <translation>Wie steht der Kunde dazu?</translation>
    </message>
    <message>
        <source>Offer now</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Note for sales</source>
        <translation>Notiz für den Vertrieb</translation>
    </message>
    <message>
        <source>Is sent as soon as there is a network.</source>
        <translation>Wird gesendet, sobald Netz da ist.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Hand over the referral</source>
        <translation>Empfehlung übergeben</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>My referrals</source>
        <translation>Meine Empfehlungen</translation>
    </message>
    <message>
        <source>No referral yet</source>
        <translation>Noch keine Empfehlung</translation>
    </message>
    <message>
        <source>The referrals cannot be read</source>
        <translation>Die Empfehlungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Hand the first one over from a unit that is due.</source>
        <translation>Übergeben Sie die erste bei einem fälligen Gerät.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>RemovalCard</name>
    <message>
        <source>stands there now</source>
        <translation>steht jetzt dort</translation>
    </message>
    <message>
        <source>Correct this</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>What was said before stays in the history</source>
        <translation>Das Bisherige bleibt im Verlauf</translation>
    </message>
</context>
<context>
    <name>RemovalSheet</name>
    <message>
        <source>What became of this unit?</source>
        <translation>Was wurde aus diesem Gerät?</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Berichtigung speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Seen on</source>
        <translation>Gesehen am</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>An welchem Tag?</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Anderer Tag</translation>
    </message>
    <message>
        <source>Until when did it work?</source>
        <translation>Bis wann lief es?</translation>
    </message>
    <message>
        <source>Until that day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Last seen %1</source>
        <translation>Zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>What stands there now?</source>
        <translation>Was steht jetzt dort?</translation>
    </message>
    <message>
        <source>Make and product</source>
        <translation>Hersteller und Produkt</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
</context>
<context>
    <name>RepairSheet</name>
    <message>
        <source>Price of the repair</source>
        <translation>Preis der Reparatur</translation>
    </message>
    <message>
        <source>Parts and work, net. The customer sees it beside the new unit.</source>
        <translation>Teile und Arbeit, netto. Der Kunde sieht ihn neben dem neuen Gerät.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Please type an amount in euros</source>
        <translation>Bitte einen Betrag in Euro eingeben</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Service report</source>
        <translation>Servicebericht</translation>
    </message>
    <message>
        <source>Show the whole report</source>
        <translation>Ganzen Bericht zeigen</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Service report, not signed yet</source>
        <translation>Servicebericht, noch nicht unterschrieben</translation>
    </message>
    <message>
        <source>Service report</source>
        <translation>Servicebericht</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>This report was signed on another device</source>
        <translation>Dieser Bericht wurde auf einem anderen Gerät unterschrieben</translation>
    </message>
    <message>
        <source>This report cannot be shown</source>
        <translation>Dieser Bericht lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>The office has it.</source>
        <translation>Er liegt im Büro.</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Decline with a reason</source>
        <translation>Ablehnen mit Grund</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>History, cannot be changed</source>
        <translation>Verlauf, nicht änderbar</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Technician, %1</source>
        <translation>Technik, %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>Sun: light, with stronger letters</source>
        <translation>Sonne: hell, mit kräftigerer Schrift</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>About and licences</source>
        <translation>Über Turnus und Lizenzen</translation>
    </message>
    <message>
        <source>Turnus %1</source>
        <translation>Turnus %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not with the server yet; they stay here</source>
        <translation>
            <numerusform>%n Eintrag ist noch nicht beim Server und bleibt hier</numerusform>
            <numerusform>%n Einträge sind noch nicht beim Server und bleiben hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Locks this device; nothing is deleted</source>
        <translation>Sperrt dieses Gerät, nichts wird gelöscht</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>No key store on this device</source>
        <translation>Kein Schlüsselspeicher auf diesem Gerät</translation>
    </message>
    <message>
        <source>The sign-in is kept in a file that only this user can read: lock the device when you put it down</source>
        <translation>Die Anmeldung liegt in einer Datei, die nur dieser Benutzer lesen kann: Sperren Sie das Gerät, wenn Sie es weglegen</translation>
    </message>
    <message>
        <source>Nothing is sent or received</source>
        <translation>Nichts wird gesendet oder geholt</translation>
    </message>
    <message>
        <source>Large files by Wi-Fi only</source>
        <translation>Große Dateien nur im WLAN</translation>
    </message>
    <message>
        <source>From 1 MB; all else at once</source>
        <translation>Ab 1 MB; alles andere sofort</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are not with the server yet. They stay on this device and are sent after you sign in again, which needs a network.</source>
        <translation>
            <numerusform>%n Eintrag ist noch nicht beim Server. Er bleibt auf diesem Gerät und wird gesendet, wenn Sie sich wieder angemeldet haben; dafür braucht es ein Netz.</numerusform>
            <numerusform>%n Einträge sind noch nicht beim Server. Sie bleiben auf diesem Gerät und werden gesendet, wenn Sie sich wieder angemeldet haben; dafür braucht es ein Netz.</numerusform>
        </translation>
    </message>
    <message>
        <source>This device is locked until you sign in again, which needs a network. Nothing is deleted.</source>
        <translation>Dieses Gerät ist gesperrt, bis Sie sich wieder anmelden; dafür braucht es ein Netz. Es wird nichts gelöscht.</translation>
    </message>
</context>
<context>
    <name>SettlementSheet</name>
    <message>
        <source>Settle the complaint</source>
        <translation>Reklamation klären</translation>
    </message>
    <message>
        <source>Save as settled</source>
        <translation>Als geklärt speichern</translation>
    </message>
    <message>
        <source>How was it settled?</source>
        <translation>Wie wurde sie geklärt?</translation>
    </message>
</context>
<context>
    <name>ShareCard</name>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Server, name and password are needed.</source>
        <translation>Server, Name und Passwort werden gebraucht.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signed out. Everything that you recorded is still on this device.</source>
        <translation>Abgemeldet. Alles, was Sie erfasst haben, ist noch auf diesem Gerät.</translation>
    </message>
    <message>
        <source>The first time this needs a network. Afterwards everything works without.</source>
        <translation>Das erste Mal braucht es ein Netz. Danach geht alles ohne.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>SignatureBox</name>
    <message>
        <source>Signature field, empty</source>
        <translation>Unterschriftenfeld, leer</translation>
    </message>
    <message>
        <source>Signature field, signed</source>
        <translation>Unterschriftenfeld, unterschrieben</translation>
    </message>
</context>
<context>
    <name>SignatureStep</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Complete the visit</source>
        <translation>Besuch abschließen</translation>
    </message>
    <message>
        <source>Report and signature are saved together.</source>
        <translation>Bericht und Unterschrift werden zusammen gespeichert.</translation>
    </message>
    <message>
        <source>Completed.</source>
        <translation>Abgeschlossen.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Draw instead</source>
        <translation>Doch unterschreiben</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Type the name instead</source>
        <translation>Name statt Unterschrift</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>Name der unterschreibenden Person</translation>
    </message>
    <message>
        <source>The typed name stands for the signature.</source>
        <translation>Der Name gilt als Unterschrift.</translation>
    </message>
    <message>
        <source>The report is being made …</source>
        <translation>Der Bericht wird erstellt …</translation>
    </message>
</context>
<context>
    <name>StatesFields</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Usual: 8.5 to 9.5 bar</source>
        <translation>Üblich: 8,5 bis 9,5 bar</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>On the plate at the back</source>
        <translation>Auf dem Schild an der Rückseite</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ihre Worte</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Nearness</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Perhaps</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Your technician does not see the answer. It has no influence on bonuses.</source>
        <translation>Ihre Technikerin sieht die Antwort nicht. Sie hat keinen Einfluss auf Prämien.</translation>
    </message>
    <message>
        <source>Two photos are missing.</source>
        <translation>Zwei Fotos fehlen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Photo still missing</source>
        <translation>Foto fehlt noch</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>7.4 MB, oldest 10:24</source>
        <translation>7,4 MB, ältester 10:24</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
</context>
<context>
    <name>StatesPage</name>
    <message>
        <source>Pressed, blocked, busy, long</source>
        <translation>Gedrückt, gesperrt, wartend, lang</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Hand the referral to sales</source>
        <translation>Empfehlung an den Vertrieb übergeben</translation>
    </message>
    <message>
        <source>Missing: photo of the finding</source>
        <translation>Es fehlt: Foto vom Befund</translation>
    </message>
    <message>
        <source>A label that is much too long for its button</source>
        <translation>Eine Aufschrift, die für ihren Button viel zu lang ist</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>Läuft gut weiter</translation>
    </message>
    <message>
        <source>Repair is worth it</source>
        <translation>Reparieren lohnt sich</translation>
    </message>
    <message>
        <source>780 €, ~9 months</source>
        <translation>780 €, ~9 Mon.</translation>
    </message>
    <message>
        <source>Plan a replacement</source>
        <translation>Austausch einplanen</translation>
    </message>
    <message>
        <source>The customer agrees that sales calls, until further notice and revocable at any time</source>
        <translation>Der Kunde ist einverstanden, dass der Vertrieb sich meldet, bis auf Weiteres und jederzeit widerrufbar</translation>
    </message>
    <message>
        <source>Sunlight mode</source>
        <translation>Sonnenlicht-Modus</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Condition grade</source>
        <translation>Zustandsnote</translation>
    </message>
</context>
<context>
    <name>StatesRows</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Contract Plus until 31 March 2026</source>
        <translation>Vertrag Plus bis 31.03.2026</translation>
    </message>
    <message>
        <source>Emergency service 8 h · warranty ended 03/2020</source>
        <translation>Notdienst 8 h · Garantie endete 03/2020</translation>
    </message>
    <message>
        <source>Report Hotel Musterhof</source>
        <translation>Bericht Hotel Musterhof</translation>
    </message>
    <message>
        <source>with signature</source>
        <translation>mit Unterschrift</translation>
    </message>
    <message>
        <source>Part without a number</source>
        <translation>Teil ohne Nummer</translation>
    </message>
    <message>
        <source>holds up nothing else</source>
        <translation>blockiert nichts anderes</translation>
    </message>
    <message>
        <source>Milk cooler 4 l</source>
        <translation>Milchkühler 4 l</translation>
    </message>
    <message>
        <source>Needed for milk drinks</source>
        <translation>Nötig für Milchgetränke</translation>
    </message>
    <message>
        <source>Kantine Testwerk</source>
        <translation>Kantine Testwerk</translation>
    </message>
    <message>
        <source>Jan. 2026</source>
        <translation>Jan. 2026</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Thema</translation>
    </message>
    <message>
        <source>Purchase BK 620</source>
        <translation>Kauf BK 620</translation>
    </message>
    <message>
        <source>Rule 4.2, version 7</source>
        <translation>Regel 4.2, Fassung 7</translation>
    </message>
    <message>
        <source>Finding, 3 photos, order A-2291</source>
        <translation>Befund, 3 Fotos, Auftrag A-2291</translation>
    </message>
    <message>
        <source>Since 11 Oct. with R. Vorlage</source>
        <translation>Seit 11. Okt. bei R. Vorlage</translation>
    </message>
    <message>
        <source>Please choose: phone</source>
        <translation>Bitte wählen: Telefon</translation>
    </message>
    <message>
        <source>You, 09:52</source>
        <translation>Sie, 09:52 Uhr</translation>
    </message>
    <message>
        <source>Office, 09:47</source>
        <translation>Büro, 09:47 Uhr</translation>
    </message>
    <message>
        <source>Brew group</source>
        <translation>Brühgruppe</translation>
    </message>
</context>
<context>
    <name>StepFrame</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Continue: %1</source>
        <translation>Weiter: %1</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Visit completed</source>
        <translation>Besuch abgeschlossen</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>Every step is saved, also without a network.</source>
        <translation>Jeder Schritt ist gespeichert, auch ohne Netz.</translation>
    </message>
    <message>
        <source>Position at arrival only.</source>
        <translation>Standort nur bei Ankunft.</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>Zurück zu Heute</translation>
    </message>
    <message>
        <source>Continue: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Reklamationen</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>to do</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>Schritt %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message>
        <source>Sync: %1</source>
        <translation>Abgleich: %1</translation>
    </message>
</context>
<context>
    <name>SyncRing</name>
    <message>
        <source>here only</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>on this device only</source>
        <translation>nur auf diesem Gerät</translation>
    </message>
    <message>
        <source>confirmed by the server</source>
        <translation>vom Server bestätigt</translation>
    </message>
</context>
<context>
    <name>TabletPage</name>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>14 of 15 confirmed</source>
        <translation>14 von 15 bestätigt</translation>
    </message>
    <message>
        <source>Due note: BK 420</source>
        <translation>Fällig-Notiz: BK 420</translation>
    </message>
    <message>
        <source>Three taps are enough. It is saved here.</source>
        <translation>Drei Tipps genügen. Wird hier gespeichert.</translation>
    </message>
    <message>
        <source>Note only</source>
        <translation>Nur Notiz</translation>
    </message>
    <message>
        <source>Next: offer</source>
        <translation>Weiter: Vorschlag</translation>
    </message>
    <message>
        <source>Runs well</source>
        <translation>Läuft gut weiter</translation>
    </message>
    <message>
        <source>Plan a replacement</source>
        <translation>Austausch einplanen</translation>
    </message>
</context>
<context>
    <name>TallyLegend</name>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>By name, no ranking</source>
        <translation>Nach Namen geordnet, keine Rangliste</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message numerus="yes">
        <source>%n bonus(es) wait for you</source>
        <translation>
            <numerusform>%n Prämie wartet auf Sie</numerusform>
            <numerusform>%n Prämien warten auf Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>No team yet</source>
        <translation>Noch kein Team</translation>
    </message>
    <message>
        <source>The technicians of the teams that you lead show here.</source>
        <translation>Hier stehen die Technikerinnen und Techniker der Teams, die Sie leiten.</translation>
    </message>
    <message>
        <source>The team&apos;s bonuses cannot be read</source>
        <translation>Die Prämien des Teams lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>What comes due by month, product and territory</source>
        <translation>Was nach Monat, Produkt und Gebiet fällig wird</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) with two values</source>
        <translation>
            <numerusform>Ein Feld mit zwei Werten</numerusform>
            <numerusform>%n Felder mit zwei Werten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TechnicianPlaces</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Chancen</translation>
    </message>
    <message>
        <source>Brochures</source>
        <translation>Prospekte</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>TodayHero</name>
    <message>
        <source>Emergency</source>
        <translation>Notdienst</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Vor Ort</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Next up</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Was ist passiert?</translation>
    </message>
    <message>
        <source>Why today?</source>
        <translation>Warum heute?</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Search customers and units</source>
        <translation>Kunden und Geräte suchen</translation>
    </message>
    <message>
        <source>Today cannot be shown</source>
        <translation>Der Tag kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Everything is done for today</source>
        <translation>Für heute ist alles erledigt</translation>
    </message>
    <message>
        <source>No appointments today</source>
        <translation>Heute keine Termine</translation>
    </message>
    <message>
        <source>What is still here only is sent when there is a network.</source>
        <translation>Was noch nur hier ist, wird gesendet, sobald Netz da ist.</translation>
    </message>
    <message>
        <source>New appointments appear here by themselves.</source>
        <translation>Neue Termine erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Day plan</source>
        <translation>Tagesplan</translation>
    </message>
    <message>
        <source>Continue the visit</source>
        <translation>Besuch fortsetzen</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>Ankommen</translation>
    </message>
    <message>
        <source>Take the emergency</source>
        <translation>Notfall übernehmen</translation>
    </message>
    <message>
        <source>Start driving</source>
        <translation>Losfahren</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>kind of appointment and what it is about: &quot;Fault: milk foam&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Service every %n month(s)</source>
        <translation>
            <numerusform>Wartung jeden Monat</numerusform>
            <numerusform>Wartung alle %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Promised by %1</source>
        <translation>Zusage bis %1</translation>
    </message>
    <message>
        <source>%1: replacement is due</source>
        <translation>%1: Austausch ist fällig</translation>
    </message>
    <message>
        <source>%1: replacement due from %2</source>
        <translation>%1: Austausch ab %2 erwartet</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>NE</source>
        <translation>NO</translation>
    </message>
    <message>
        <source>E</source>
        <translation>O</translation>
    </message>
    <message>
        <source>SE</source>
        <translation>SO</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>SW</source>
        <translation>SW</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>NW</source>
        <translation>NW</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>how Today writes its date; &quot;Tue 14 October&quot;</extracomment>
        <translation>ddd, d. MMMM</translation>
    </message>
    <message>
        <source>Yearly service, %1</source>
        <translation>Jahreswartung laut %1</translation>
    </message>
    <message>
        <source>Half-yearly service, %1</source>
        <translation>Halbjahreswartung laut %1</translation>
    </message>
    <message>
        <source>Quarterly service, %1</source>
        <translation>Quartalswartung laut %1</translation>
    </message>
    <message>
        <source>Service, %1</source>
        <translation>Wartung laut %1</translation>
    </message>
    <message>
        <source>Open complaint since %1: %2</source>
        <translation>Offene Reklamation seit %1: %2</translation>
    </message>
</context>
<context>
    <name>UsedPart</name>
    <message>
        <source>One less of %1</source>
        <translation>Eins weniger: %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>Eins mehr: %1</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message numerus="yes">
        <source>Still missing: %n checklist item(s)</source>
        <translation>
            <numerusform>Es fehlt: %n Punkt der Checkliste</numerusform>
            <numerusform>Es fehlen: %n Punkte der Checkliste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 von %2 Punkten</translation>
    </message>
    <message>
        <source>Grade %1</source>
        <translation>Note %1</translation>
    </message>
    <message>
        <source>Meter and condition</source>
        <translation>Zähler und Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n defect(s)</source>
        <translation>
            <numerusform>%n Mangel</numerusform>
            <numerusform>%n Mängel</numerusform>
        </translation>
    </message>
    <message>
        <source>Due note, three taps</source>
        <translation>Fällig-Notiz, drei Tipps</translation>
    </message>
    <message>
        <source>handed to sales</source>
        <translation>beim Vertrieb</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Readings and condition</source>
        <translation>Messwerte und Zustand</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>From the van or ordered</source>
        <translation>Aus dem Fahrzeug oder bestellt</translation>
    </message>
    <message>
        <source>If it helps</source>
        <translation>Wenn es hilft</translation>
    </message>
    <message>
        <source>What you noticed</source>
        <translation>Was Ihnen aufgefallen ist</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>Unterschrieben von %1</translation>
    </message>
    <message>
        <source>Look at the report and sign</source>
        <translation>Bericht ansehen und unterschreiben</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>Von Hand eingetragen</translation>
    </message>
    <message>
        <source>Recognised %1 m from the entrance</source>
        <translation>Erkannt %1 m vor dem Eingang</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>a day within the year: &quot;16 April&quot;</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>1: like new, no trace of use.</source>
        <translation>1: wie neu, keine Spuren.</translation>
    </message>
    <message>
        <source>2: light traces, everything works.</source>
        <translation>2: leichte Spuren, alles funktioniert.</translation>
    </message>
    <message>
        <source>3: worn, works without restriction.</source>
        <translation>3: abgenutzt, läuft ohne Einschränkung.</translation>
    </message>
    <message>
        <source>4: badly worn, works with care or new seals only.</source>
        <translation>4: stark abgenutzt, läuft nur mit Pflege oder neuer Dichtung.</translation>
    </message>
    <message>
        <source>5: broken or unsafe.</source>
        <translation>5: defekt oder unsicher.</translation>
    </message>
    <message>
        <source>How does the unit look today?</source>
        <translation>Wie sieht das Gerät heute aus?</translation>
    </message>
    <message>
        <source>The device&apos;s storage is full. What was saved before is safe; make room and try again.</source>
        <translation>Der Speicher des Geräts ist voll. Das bisher Gespeicherte ist sicher; schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This file is not a picture.</source>
        <translation>Diese Datei ist kein Bild.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Diese Datei ist zu groß.</translation>
    </message>
    <message>
        <source>The arrival cannot lie in the future.</source>
        <translation>Die Ankunft kann nicht in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>Not saved (%1). What was saved before is safe.</source>
        <translation>Nicht gespeichert (%1). Das bisher Gespeicherte ist sicher.</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>+%1 in %n day(s), about %2 a day.</source>
        <translation>
            <numerusform>+%1 in %n Tag, etwa %2 am Tag.</numerusform>
            <numerusform>+%1 in %n Tagen, etwa %2 am Tag.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected were %1 to %2.</source>
        <translation>Erwartet waren %1 bis %2.</translation>
    </message>
    <message>
        <source>First reading:</source>
        <translation>Erster Stand:</translation>
    </message>
    <message>
        <source>there is nothing to compare it with yet.</source>
        <translation>noch kein Vergleich möglich.</translation>
    </message>
    <message>
        <source>Fits:</source>
        <translation>Passt:</translation>
    </message>
    <message>
        <source>Unusual, but possible:</source>
        <translation>Ungewöhnlich, aber möglich:</translation>
    </message>
    <message>
        <source>Lower than last time:</source>
        <translation>Niedriger als zuletzt:</translation>
    </message>
    <message>
        <source>it was %1 then. Was the meter exchanged?</source>
        <translation>damals waren es %1. Wurde der Zähler getauscht?</translation>
    </message>
    <message>
        <source>One digit too many?</source>
        <translation>Eine Ziffer zu viel?</translation>
    </message>
    <message>
        <source>A digit missing?</source>
        <translation>Fehlt eine Ziffer?</translation>
    </message>
    <message>
        <source>Much more than usual:</source>
        <translation>Viel mehr als üblich:</translation>
    </message>
    <message>
        <source>Much less than usual:</source>
        <translation>Viel weniger als üblich:</translation>
    </message>
    <message>
        <source>Replacement is due now</source>
        <translation>Austausch ist jetzt fällig</translation>
    </message>
    <message>
        <source>Not due: keep it</source>
        <translation>Nicht fällig: behalten</translation>
    </message>
    <message>
        <source>Not due: keep it; most likely not before %1</source>
        <translation>Nicht fällig: behalten; höchstwahrscheinlich nicht vor %1</translation>
    </message>
    <message>
        <source>Replacement most likely %1</source>
        <translation>Austausch am ehesten %1</translation>
    </message>
    <message>
        <source>The visit changed while it was signed. Look at the report again, then complete the visit.</source>
        <translation>Der Besuch hat sich während der Unterschrift geändert. Bitte den Bericht noch einmal ansehen, dann den Besuch abschließen.</translation>
    </message>
    <message>
        <source>Limit: at least %1</source>
        <translation>Grenzwert: mindestens %1</translation>
    </message>
    <message>
        <source>Limit: at most %1</source>
        <translation>Grenzwert: höchstens %1</translation>
    </message>
</context>
<context>
    <name>VolumeCard</name>
    <message>
        <source>most likely</source>
        <translation>am ehesten</translation>
    </message>
    <message>
        <source>8 of 10 times</source>
        <translation>in 8 von 10 Fällen</translation>
    </message>
    <message>
        <source>Show all products and territories</source>
        <translation>Alle Produkte und Gebiete zeigen</translation>
    </message>
</context>
<context>
    <name>VolumeChart</name>
    <message>
        <source>Units due by month</source>
        <translation>Fällige Geräte nach Monat</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Service report</source>
        <translation>Servicebericht</translation>
    </message>
    <message>
        <source>grade %1</source>
        <translation>Note %1</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) checked</source>
        <translation>
            <numerusform>%n Punkt geprüft</numerusform>
            <numerusform>%n Punkte geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %n minute(s)</source>
        <translation>
            <numerusform>%1 bis %2, %n Minute</numerusform>
            <numerusform>%1 bis %2, %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>as new</source>
        <translation>wie neu</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>cups</source>
        <translation>Tassen</translation>
    </message>
    <message>
        <source>litres</source>
        <translation>Liter</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>doses</source>
        <translation>Dosen</translation>
    </message>
    <message>
        <source>Runs on well</source>
        <translation>Läuft gut weiter</translation>
    </message>
    <message>
        <source>A repair is worth it</source>
        <translation>Reparieren lohnt sich</translation>
    </message>
    <message>
        <source>Plan a replacement, most likely %1</source>
        <translation>Austausch einplanen, am ehesten %1</translation>
    </message>
    <message>
        <source>Plan a replacement</source>
        <translation>Austausch einplanen</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>Mangel</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>%1, no. %2</source>
        <translation>%1, Nr. %2</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Vor Ort</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Work done</source>
        <translation>Ausgeführte Arbeiten</translation>
    </message>
    <message>
        <source>Meter reading</source>
        <translation>Zählerstand</translation>
    </message>
    <message>
        <source>meter exchanged</source>
        <translation>Zähler getauscht</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>to be ordered</source>
        <translation>zu bestellen</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without a price are not in the sum.</source>
        <translation>
            <numerusform>%n Teil ohne Preis ist nicht in der Summe.</numerusform>
            <numerusform>%n Teile ohne Preis sind nicht in der Summe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Contents (SHA-256)</source>
        <translation>Inhalt (SHA-256)</translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>Noch nicht unterschrieben</translation>
    </message>
    <message>
        <source>The typed name stands for the signature.</source>
        <translation>Der getippte Name gilt als Unterschrift.</translation>
    </message>
    <message>
        <source>Confirms the work, not the advice.</source>
        <translation>Bestätigt die Arbeiten, nicht die Empfehlung.</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Photo not available</source>
        <translation>Foto nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>WorthBar</name>
    <message>
        <source>%1: %2 a year</source>
        <translation>%1: %2 im Jahr</translation>
    </message>
</context>
<context>
    <name>WorthCard</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keeping it costs less</source>
        <translation>Behalten ist günstiger</translation>
    </message>
    <message>
        <source>Replacing it costs less</source>
        <translation>Ersetzen ist günstiger</translation>
    </message>
    <message>
        <source>About %1 saved over the %2 that it is likely to last.</source>
        <translation>Etwa %1 gespart in %2, so lange hält es wahrscheinlich noch.</translation>
    </message>
    <message>
        <source>A year, with repairs to be expected and the risk of a breakdown; a new one at %1, no repair now.</source>
        <translation>Im Jahr, mit zu erwartenden Reparaturen und Ausfallrisiko; ein neues zu %1, jetzt keine Reparatur.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::app::SyncAdapter</name>
    <message>
        <source>Name or password is not right.</source>
        <translation>Name oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>This app is too old for the company&apos;s server. Please update it; what you recorded has arrived.</source>
        <translation>Diese App ist zu alt für den Server der Firma. Bitte aktualisieren Sie sie; was Sie erfasst haben, ist angekommen.</translation>
    </message>
    <message>
        <source>The company&apos;s server is older than this app and must be updated. Everything stays on this device.</source>
        <translation>Der Server der Firma ist älter als diese App und muss aktualisiert werden. Alles bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait a minute.</source>
        <translation>Zu viele Versuche. Bitte warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>Another person&apos;s entries wait here for their sign-in.</source>
        <translation>Hier warten Einträge einer anderen Person auf deren Anmeldung.</translation>
    </message>
    <message>
        <source>This address needs https.</source>
        <translation>Diese Adresse braucht https.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Everything stays on this device.</source>
        <translation>Der Server ist nicht erreichbar. Alles bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Sync stopped (%1/%2). Everything stays on this device. %3</source>
        <translation>Abgleich angehalten (%1/%2). Alles bleibt auf diesem Gerät. %3</translation>
    </message>
    <message>
        <source>A receipt came whose signature is not the company&apos;s. It was not taken.</source>
        <translation>Es kam ein Beleg, dessen Unterschrift nicht die der Firma ist. Er wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>The device&apos;s storage is full. What was saved is safe; make room, then brochures and changes go on.</source>
        <translation>Der Speicher des Geräts ist voll. Gespeichertes ist sicher; bitte Platz schaffen, dann geht es mit Prospekten und Änderungen weiter.</translation>
    </message>
    <message>
        <source>The server has no room for more photos. They stay on this device and are sent later.</source>
        <translation>Der Server hat keinen Platz für weitere Fotos. Sie bleiben auf diesem Gerät und werden später gesendet.</translation>
    </message>
</context>
<context>
    <name>turnus::asset::AssetViewModel</name>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Installed %1</source>
        <translation>Eingebaut %1</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>about %1 a day</source>
        <translation>etwa %1 am Tag</translation>
    </message>
    <message>
        <source>use not measured yet</source>
        <translation>Nutzung noch nicht gemessen</translation>
    </message>
    <message>
        <source>No service contract</source>
        <translation>Kein Servicevertrag</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>Emergency %1 h</source>
        <translation>Notdienst %1 h</translation>
    </message>
    <message>
        <source>Warranty ended %1</source>
        <translation>Garantie endete %1</translation>
    </message>
    <message>
        <source>Warranty until %1</source>
        <translation>Garantie bis %1</translation>
    </message>
    <message>
        <source>History: %1, %2</source>
        <translation>Verlauf: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n Reparatur</numerusform>
            <numerusform>%n Reparaturen</numerusform>
        </translation>
    </message>
    <message>
        <source>No repair on record</source>
        <translation>Keine Reparatur verzeichnet</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day and month</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>Last on %1: %2, %3</source>
        <translation>Zuletzt %1: %2, %3</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>contract, day</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <comment>forecasts</comment>
        <translation>
            <numerusform>%n frühere</numerusform>
            <numerusform>%n frühere</numerusform>
        </translation>
    </message>
    <message>
        <source>meter runs faster than time</source>
        <translation>Zähler läuft schneller als die Zeit</translation>
    </message>
</context>
<context>
    <name>turnus::asset::EvidenceViewModel</name>
    <message>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>day not known</source>
        <translation>Tag nicht bekannt</translation>
    </message>
    <message>
        <source>Last day of spare parts</source>
        <translation>Ersatzteile bis</translation>
    </message>
    <message>
        <source>Legal limit of this unit</source>
        <translation>Gesetzliche Grenze dieses Geräts</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>eingebaut</translation>
    </message>
</context>
<context>
    <name>turnus::asset::RemovalViewModel</name>
    <message>
        <source>%1, no. %2</source>
        <comment>product, serial</comment>
        <translation>%1, Nr. %2</translation>
    </message>
    <message>
        <source>What became of it is missing.</source>
        <translation>Es fehlt, was daraus wurde.</translation>
    </message>
    <message>
        <source>The day is missing, as %1.</source>
        <translation>Es fehlt der Tag, etwa %1.</translation>
    </message>
    <message>
        <source>The last good day is missing, as %1.</source>
        <translation>Es fehlt der letzte gute Tag, etwa %1.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>turnus::asset::RemovalWords</name>
    <message>
        <source>Failed on %1</source>
        <translation>Ausgefallen am %1</translation>
    </message>
    <message>
        <source>Replaced for its condition on %1</source>
        <translation>Wegen des Zustands ersetzt am %1</translation>
    </message>
    <message>
        <source>Replaced by a competitor&apos;s unit, seen on %1</source>
        <translation>Durch ein Gerät des Wettbewerbs ersetzt, gesehen am %1</translation>
    </message>
    <message>
        <source>Gone since %1</source>
        <translation>Nicht mehr da seit %1</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Noch da</translation>
    </message>
    <message>
        <source>worked until %1</source>
        <translation>lief bis %1</translation>
    </message>
    <message>
        <source>recorded by %1</source>
        <translation>erfasst von %1</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Es ist ausgefallen</translation>
    </message>
    <message>
        <source>Replaced early, for its condition</source>
        <translation>Vorzeitig ersetzt, wegen des Zustands</translation>
    </message>
    <message>
        <source>A competitor&apos;s unit stands here</source>
        <translation>Hier steht ein Gerät des Wettbewerbs</translation>
    </message>
    <message>
        <source>Gone for another reason</source>
        <translation>Aus anderem Grund nicht mehr da</translation>
    </message>
    <message>
        <source>It is still here</source>
        <translation>Es ist noch da</translation>
    </message>
    <message>
        <source>Gone: failed</source>
        <translation>Nicht mehr da: ausgefallen</translation>
    </message>
    <message>
        <source>Gone: replaced for its condition</source>
        <translation>Nicht mehr da: wegen des Zustands ersetzt</translation>
    </message>
    <message>
        <source>Gone: a competitor&apos;s unit</source>
        <translation>Nicht mehr da: Gerät des Wettbewerbs</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Corrected: still here</source>
        <translation>Berichtigt: noch da</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>That day is still to come.</source>
        <translation>Dieser Tag kommt erst noch.</translation>
    </message>
    <message>
        <source>That is before the unit was installed.</source>
        <translation>Da war das Gerät noch nicht eingebaut.</translation>
    </message>
    <message>
        <source>The last good day lies between the installation and the failure.</source>
        <translation>Der letzte gute Tag liegt zwischen Einbau und Ausfall.</translation>
    </message>
    <message>
        <source>The successor stands at another customer.</source>
        <translation>Das Nachfolgegerät steht bei einem anderen Kunden.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>turnus::bonus::BonusViewModel</name>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 · your share %2</source>
        <translation>%1 · Ihr Anteil %2</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>due note</source>
        <translation>Fällig-Notiz</translation>
    </message>
    <message>
        <source>brochure shown</source>
        <translation>Prospekt gezeigt</translation>
    </message>
    <message>
        <source>%1 has approved, the server has not answered yet</source>
        <translation>%1 hat freigegeben, der Server bestätigt noch</translation>
    </message>
    <message>
        <source>%1 has declined, the server has not answered yet</source>
        <translation>%1 hat abgelehnt, der Server bestätigt noch</translation>
    </message>
    <message>
        <source>To be reviewed since %1</source>
        <translation>Zu prüfen seit %1</translation>
    </message>
    <message>
        <source>With %2 since %1</source>
        <translation>Seit %1 bei %2</translation>
    </message>
    <message>
        <source>Declined by %1</source>
        <translation>Abgelehnt von %1</translation>
    </message>
    <message>
        <source>Declined by %1: %2</source>
        <translation>Abgelehnt von %1: %2</translation>
    </message>
    <message>
        <source>Approved by %1 on %2</source>
        <translation>Freigegeben von %1, %2</translation>
    </message>
    <message>
        <source>Computed again on this device: right to the cent.</source>
        <translation>Auf diesem Gerät nachgerechnet: stimmt auf den Cent.</translation>
    </message>
    <message>
        <source>Booked were %1. Please ask your supervisor.</source>
        <translation>Gebucht sind %1. Bitte fragen Sie Ihre Leitung.</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Bonus</translation>
    </message>
</context>
<context>
    <name>turnus::bonus::Words</name>
    <message>
        <source>Rule %1, version %2</source>
        <translation>Regel %1, Fassung %2</translation>
    </message>
    <message>
        <source>Bonus noted</source>
        <translation>Prämie vorgemerkt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>open</source>
        <comment>not done yet</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>Flat amount</source>
        <translation>Festbetrag</translation>
    </message>
    <message>
        <source>Price, net</source>
        <translation>Preis netto</translation>
    </message>
    <message>
        <source>Order, net</source>
        <translation>Auftrag netto</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Cut to at most</source>
        <translation>Gekürzt auf höchstens</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>Anteil %1</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>Prämie</translation>
    </message>
    <message>
        <source>Purchase %1</source>
        <translation>Kauf %1</translation>
    </message>
    <message>
        <source>Referral %1</source>
        <translation>Empfehlung %1</translation>
    </message>
    <message>
        <source>Reversal %1</source>
        <translation>Storno %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Flat amount %1</source>
        <translation>Festbetrag %1</translation>
    </message>
    <message>
        <source>%1 · at most %2</source>
        <translation>%1 · höchstens %2</translation>
    </message>
    <message>
        <source>noted</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>ausgezahlt</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>Wartet auf Prüfung</translation>
    </message>
    <message>
        <source>With sales</source>
        <translation>Beim Vertrieb</translation>
    </message>
    <message>
        <source>Offer made</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Not bought</source>
        <translation>Nicht gekauft</translation>
    </message>
    <message>
        <source>Not pursued</source>
        <translation>Nicht verfolgt</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a share in percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and short month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day, short month and year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a month</comment>
        <translation>im %1</translation>
    </message>
    <message>
        <source>Please say why, so that the technician understands it.</source>
        <translation>Bitte einen Grund angeben, damit die Technik ihn versteht.</translation>
    </message>
    <message>
        <source>The reason is too long.</source>
        <translation>Der Grund ist zu lang.</translation>
    </message>
    <message>
        <source>Somebody has already decided this.</source>
        <translation>Darüber ist schon entschieden.</translation>
    </message>
    <message>
        <source>Nobody decides his own bonus.</source>
        <translation>Über die eigene Prämie entscheidet niemand selbst.</translation>
    </message>
    <message>
        <source>The amount it is computed from is not known here.</source>
        <translation>Der Betrag, aus dem sie sich errechnet, ist hier unbekannt.</translation>
    </message>
    <message>
        <source>Sign in once before you decide.</source>
        <translation>Bitte erst einmal anmelden.</translation>
    </message>
    <message>
        <source>This did not work. Your entries are safe. Code %1</source>
        <translation>Das hat nicht geklappt. Ihre Eingaben sind sicher. Code %1</translation>
    </message>
</context>
<context>
    <name>turnus::brochures::BrochuresViewModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>For %1, %2</source>
        <translation>Für %1, %2</translation>
    </message>
</context>
<context>
    <name>turnus::brochures::PresentationViewModel</name>
    <message>
        <source>Version %1 · %2</source>
        <translation>Fassung %1 · %2</translation>
    </message>
</context>
<context>
    <name>turnus::care::DayWords</name>
    <message>
        <source>d MMM</source>
        <comment>day and short month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>day, short month, year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>turnus::carepage::ComplaintWords</name>
    <message>
        <source>%1, %2</source>
        <comment>product, place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translation>aufgenommen von %1</translation>
    </message>
    <message>
        <source>settled %1</source>
        <comment>on a day</comment>
        <translation>geklärt am %1</translation>
    </message>
    <message>
        <source>Still missing: what the customer complains of</source>
        <translation>Es fehlt noch: was der Kunde beanstandet</translation>
    </message>
    <message>
        <source>Still missing: how it was settled</source>
        <translation>Es fehlt noch: wie sie geklärt wurde</translation>
    </message>
    <message>
        <source>Somebody has settled it already.</source>
        <translation>Sie ist schon geklärt.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>This did not work. Your entries are safe. Code %1</source>
        <translation>Das hat nicht geklappt. Ihre Eingaben sind sicher. Code %1</translation>
    </message>
    <message>
        <source>None open</source>
        <translation>Keine offen</translation>
    </message>
    <message>
        <source>Open complaint since %1: settle it first, do not recommend anything now.</source>
        <translation>Offene Reklamation seit %1: erst klären, jetzt nichts empfehlen.</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (und %n weitere)</numerusform>
            <numerusform> (und %n weitere)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open, since %1</source>
        <translation>
            <numerusform>%n offen, seit %1</numerusform>
            <numerusform>%n offen, seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, no. %2</source>
        <comment>product, serial number</comment>
        <translation>%1, Nr. %2</translation>
    </message>
</context>
<context>
    <name>turnus::carepage::ComplaintsViewModel</name>
    <message>
        <source>No unit in particular</source>
        <translation>Kein bestimmtes Gerät</translation>
    </message>
</context>
<context>
    <name>turnus::installedbase::ForecastWords</name>
    <message>
        <source>Not due: keep it</source>
        <translation>Nicht fällig: behalten</translation>
    </message>
    <message>
        <source>Plan a replacement</source>
        <translation>Austausch einplanen</translation>
    </message>
    <message>
        <source>Replacement likely</source>
        <translation>Austausch wahrscheinlich</translation>
    </message>
    <message>
        <source>Replacement overdue</source>
        <translation>Austausch überfällig</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>nicht fällig</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>einplanen</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>8 of 10 units: %1 to %2</source>
        <translation>8 von 10 Geräten: %1 bis %2</translation>
    </message>
    <message>
        <source>within %1 yrs</source>
        <translation>binnen %1 J.</translation>
    </message>
    <message>
        <source>in %1–%2 yrs</source>
        <translation>in %1–%2 J.</translation>
    </message>
    <message>
        <source>within %1 mo.</source>
        <translation>binnen %1 Mon.</translation>
    </message>
    <message>
        <source>in %1 mo.</source>
        <translation>in %1 Mon.</translation>
    </message>
    <message>
        <source>in %1–%2 mo.</source>
        <translation>in %1–%2 Mon.</translation>
    </message>
    <message>
        <source>most likely %1</source>
        <translation>am ehesten %1</translation>
    </message>
    <message>
        <source>%1, %2. %3.</source>
        <translation>%1, %2. %3.</translation>
    </message>
    <message>
        <source>Condition grade %1</source>
        <translation>Zustand Note %1</translation>
    </message>
    <message>
        <source>Repairs %1</source>
        <translation>Reparaturen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s)</source>
        <translation>
            <numerusform>%n Reparatur</numerusform>
            <numerusform>%n Reparaturen</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1 a day</source>
        <translation>Nutzung %1 am Tag</translation>
    </message>
    <message>
        <source>Kind surroundings</source>
        <translation>Schonende Umgebung</translation>
    </message>
    <message>
        <source>Hard surroundings</source>
        <translation>Raue Umgebung</translation>
    </message>
    <message>
        <source>Age %1 years</source>
        <translation>Alter %1 Jahre</translation>
    </message>
    <message>
        <source>Parts end %1</source>
        <translation>Teile enden %1</translation>
    </message>
    <message>
        <source>Legal limit %1</source>
        <translation>Gesetzliche Frist %1</translation>
    </message>
    <message numerus="yes">
        <source>Condition %1 of 5 at %n visit(s); usual at %2% of life.</source>
        <translation>
            <numerusform>Zustand %1 von 5 bei %n Besuch; üblich bei %2 % der Lebensdauer.</numerusform>
            <numerusform>Zustand %1 von 5 bei %n Besuchen; üblich bei %2 % der Lebensdauer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Newest value %1, the limit is %2; %n measurement(s).</source>
        <translation>
            <numerusform>Neuester Wert %1, die Grenze ist %2; %n Messung.</numerusform>
            <numerusform>Neuester Wert %1, die Grenze ist %2; %n Messungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) for %1 since our records began; %2 would be usual.</source>
        <translation>
            <numerusform>%n Reparatur für %1 seit Beginn der Aufzeichnung; üblich wären %2.</numerusform>
            <numerusform>%n Reparaturen für %1 seit Beginn der Aufzeichnung; üblich wären %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 a day lately; %3 is usual for this product.</source>
        <translation>Zuletzt %1 %2 am Tag; üblich sind %3 bei diesem Produkt.</translation>
    </message>
    <message>
        <source>Units at this customer last %1 times as long as usual.</source>
        <translation>Geräte bei diesem Kunden halten %1-mal so lang wie üblich.</translation>
    </message>
    <message>
        <source>%1 years old; half of these units last %2 years.</source>
        <translation>%1 Jahre alt; die Hälfte dieser Geräte hält %2 Jahre.</translation>
    </message>
    <message>
        <source>The manufacturer supplies parts until %1.</source>
        <translation>Der Hersteller liefert Teile bis %1.</translation>
    </message>
    <message>
        <source>The law sets a limit: %1.</source>
        <translation>Das Gesetz setzt eine Frist: %1.</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>ohne Einfluss</translation>
    </message>
    <message>
        <source>%1 mo. earlier</source>
        <translation>%1 Mon. früher</translation>
    </message>
    <message>
        <source>%1 mo. later</source>
        <translation>%1 Mon. später</translation>
    </message>
    <message numerus="yes">
        <source>Of %n earlier forecast(s) for this product, %1% fell into their range.</source>
        <translation>
            <numerusform>Von %n früheren Prognose für dieses Produkt lag %1 % in ihrer Spanne.</numerusform>
            <numerusform>Von %n früheren Prognosen für dieses Produkt lagen %1 % in ihrer Spanne.</numerusform>
        </translation>
    </message>
    <message>
        <source>cups</source>
        <translation>Tassen</translation>
    </message>
    <message>
        <source>litres</source>
        <translation>Liter</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>drinks</source>
        <translation>Bezüge</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Measured %1, limit %2</source>
        <translation>Gemessen %1, Grenze %2</translation>
    </message>
    <message>
        <source>Use not measured</source>
        <translation>Nutzung nicht gemessen</translation>
    </message>
    <message>
        <source>No reading yet: %1 %2 a day are assumed, as is usual for this product.</source>
        <translation>Noch kein Zählerstand: angenommen sind %1 %2 am Tag, wie bei diesem Produkt üblich.</translation>
    </message>
    <message>
        <source>No reading yet: %1 %2 a day are assumed, because this customer&apos;s other units are used so; %3 is usual for this product.</source>
        <translation>Noch kein Zählerstand: angenommen sind %1 %2 am Tag, weil die anderen Geräte dieses Kunden so genutzt werden; üblich für dieses Produkt: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) for %1 since our records began.</source>
        <translation>
            <numerusform>%n Reparatur für %1 seit Beginn der Aufzeichnung.</numerusform>
            <numerusform>%n Reparaturen für %1 seit Beginn der Aufzeichnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Meter runs too fast</source>
        <translation>Zähler läuft zu schnell</translation>
    </message>
    <message>
        <source>The meter counted more hours lately than have passed; %1 a day is usual for this product.</source>
        <translation>Der Zähler hat zuletzt mehr Stunden gezählt, als vergangen sind; üblich sind %1 am Tag bei diesem Produkt.</translation>
    </message>
    <message>
        <source>No repairs</source>
        <translation>Keine Reparaturen</translation>
    </message>
    <message>
        <source>No repair since our records began; %1 would be usual.</source>
        <translation>Keine Reparatur seit Beginn unserer Aufzeichnungen; üblich wären %1.</translation>
    </message>
    <message>
        <source>No repair since our records began.</source>
        <translation>Keine Reparatur seit Beginn unserer Aufzeichnungen.</translation>
    </message>
    <message>
        <source>the manufacturer&apos;s figure; no failure of this product was learned from yet</source>
        <translation>die Herstellerangabe; aus Ausfällen dieses Produkts ist noch nichts gelernt</translation>
    </message>
    <message numerus="yes">
        <source>the manufacturer&apos;s figure, corrected by %n failure(s) of this product</source>
        <translation>
            <numerusform>die Herstellerangabe, berichtigt durch %n Ausfall dieses Produkts</numerusform>
            <numerusform>die Herstellerangabe, berichtigt durch %n Ausfälle dieses Produkts</numerusform>
        </translation>
    </message>
    <message>
        <source>Low confidence: %1.</source>
        <translation>Geringe Sicherheit: %1.</translation>
    </message>
    <message>
        <source>Medium confidence by this unit&apos;s graded visits: %1.</source>
        <translation>Mittlere Sicherheit durch die benoteten Besuche bei diesem Gerät: %1.</translation>
    </message>
    <message>
        <source>High confidence: many failures of this product and several graded visits.</source>
        <translation>Hohe Sicherheit: viele Ausfälle dieses Produkts und mehrere benotete Besuche.</translation>
    </message>
    <message>
        <source>Medium confidence: some failures of this product or few graded visits.</source>
        <translation>Mittlere Sicherheit: einige Ausfälle dieses Produkts oder wenige benotete Besuche.</translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::OpportunitiesViewModel</name>
    <message>
        <source>Measured from where you are, without a map and without a network.</source>
        <translation>Von Ihrem Standort aus berechnet, ohne Karte und ohne Netz.</translation>
    </message>
    <message>
        <source>Measured from today&apos;s stop, without a map and without a network.</source>
        <translation>Vom heutigen Einsatzort aus berechnet, ohne Karte und ohne Netz.</translation>
    </message>
    <message>
        <source>No position yet: distances show at the next arrival.</source>
        <translation>Noch keine Position: Entfernungen zeigt die App ab der nächsten Ankunft.</translation>
    </message>
    <message>
        <source>On your route today</source>
        <translation>Auf Ihrer Route heute</translation>
    </message>
    <message>
        <source>With sales</source>
        <translation>Beim Vertrieb</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Demnächst fällig</translation>
    </message>
    <message>
        <source>Evidence there</source>
        <translation>Beleg da</translation>
    </message>
    <message>
        <source>No finding yet</source>
        <translation>Befund fehlt noch</translation>
    </message>
    <message>
        <source>Visit under way</source>
        <translation>Besuch läuft</translation>
    </message>
    <message>
        <source>Visit today %1</source>
        <translation>Besuch heute %1</translation>
    </message>
    <message numerus="yes">
        <source>untouched for %n day(s)</source>
        <translation>
            <numerusform>seit %n Tag unbearbeitet</numerusform>
            <numerusform>seit %n Tagen unbearbeitet</numerusform>
        </translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Sales: %1</source>
        <translation>Vertrieb: %1</translation>
    </message>
    <message>
        <source>Complaint open</source>
        <translation>Reklamation offen</translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::ProposalViewModel</name>
    <message>
        <source>Repairing is likely the better advice: keeping it costs about %1 a year, a new unit %2.</source>
        <translation>Reparieren ist wohl der bessere Rat: Behalten kostet etwa %1 im Jahr, ein neues Gerät %2.</translation>
    </message>
    <message>
        <source>Step 1 of 2 · instead of %1</source>
        <translation>Schritt 1 von 2 · Ersatz für %1</translation>
    </message>
    <message>
        <source>Use not measured yet: two readings are needed.</source>
        <translation>Nutzung noch nicht gemessen: zwei Zählerstände sind nötig.</translation>
    </message>
    <message>
        <source>Measured: %1 a day, peak %2.</source>
        <translation>Gemessen: %1 am Tag, Spitze %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n service visit(s) a year</source>
        <translation>
            <numerusform>%n Wartung im Jahr</numerusform>
            <numerusform>%n Wartungen im Jahr</numerusform>
        </translation>
    </message>
    <message>
        <source>emergency %1 h</source>
        <translation>Notdienst %1 h</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1/mo.</source>
        <translation>%1/Mon.</translation>
    </message>
    <message>
        <source>Lease, %1 months</source>
        <translation>Leasing, %1 Monate</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Price unknown: please enter it</source>
        <translation>Preis unbekannt: bitte eingeben</translation>
    </message>
    <message numerus="yes">
        <source>%1, lasts about %n month(s)</source>
        <translation>
            <numerusform>%1, hält etwa %n Monat</numerusform>
            <numerusform>%1, hält etwa %n Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Price list of %1, on this device</source>
        <translation>Preisliste vom %1, auf diesem Gerät</translation>
    </message>
    <message>
        <source>No prices on this device</source>
        <translation>Keine Preise auf diesem Gerät</translation>
    </message>
    <message>
        <source>There is no successor to propose</source>
        <translation>Es gibt keinen Nachfolger für einen Vorschlag</translation>
    </message>
    <message>
        <source>Handing over needs a visit: start one at this customer</source>
        <translation>Zum Übergeben braucht es einen Besuch bei diesem Kunden</translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::ReferralViewModel</name>
    <message>
        <source>Step 2 of 2 · %1</source>
        <translation>Schritt 2 von 2 · %1</translation>
    </message>
    <message>
        <source>Finding: %1, grade %2</source>
        <translation>Befund: %1, Note %2</translation>
    </message>
    <message>
        <source>Due note: replace</source>
        <translation>Fällig-Notiz: austauschen</translation>
    </message>
    <message>
        <source>Due note: repair</source>
        <translation>Fällig-Notiz: reparieren</translation>
    </message>
    <message>
        <source>No finding with a grade and no due note yet</source>
        <translation>Noch kein Befund mit Note und keine Fällig-Notiz</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) for %1 in 12 months, from the history</source>
        <translation>
            <numerusform>%n Reparatur für %1 in 12 Monaten, laut Verlauf</numerusform>
            <numerusform>%n Reparaturen für %1 in 12 Monaten, laut Verlauf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brochure page(s) shown</source>
        <translation>
            <numerusform>%n Prospektseite gezeigt</numerusform>
            <numerusform>%n Prospektseiten gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>The repair&apos;s price was not shown yet</source>
        <translation>Der Preis der Reparatur ist noch nicht gezeigt</translation>
    </message>
    <message>
        <source>Repair for %1 shown, %2</source>
        <translation>Reparatur für %1 gezeigt, %2 Uhr</translation>
    </message>
    <message>
        <source>Somebody agrees</source>
        <translation>Jemand ist einverstanden</translation>
    </message>
    <message>
        <source>%1 agrees</source>
        <translation>%1 ist einverstanden</translation>
    </message>
    <message>
        <source>Sales may get in touch. You can withdraw at any time.</source>
        <translation>Der Vertrieb darf sich melden. Jederzeit widerrufbar.</translation>
    </message>
    <message>
        <source>%1 Holds until %2.</source>
        <translation>%1 Gilt bis %2.</translation>
    </message>
    <message>
        <source>This unit is already with sales.</source>
        <translation>Dieses Gerät ist schon beim Vertrieb.</translation>
    </message>
    <message>
        <source>Start a visit at this customer first.</source>
        <translation>Bitte zuerst einen Besuch bei diesem Kunden beginnen.</translation>
    </message>
</context>
<context>
    <name>turnus::opportunities::Words</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestens</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>up to %1 a day</source>
        <translation>bis %1 am Tag</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>übergeben</translation>
    </message>
    <message>
        <source>taken on by sales</source>
        <translation>vom Vertrieb übernommen</translation>
    </message>
    <message>
        <source>offer made</source>
        <translation>Angebot gemacht</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>gekauft</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>nicht gekauft</translation>
    </message>
    <message>
        <source>not pursued</source>
        <translation>nicht verfolgt</translation>
    </message>
    <message>
        <source>wants an offer now</source>
        <translation>will jetzt ein Angebot</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>information only</source>
        <translation>nur Information</translation>
    </message>
    <message>
        <source>Still missing: a finding with a grade, or a due note</source>
        <translation>Es fehlt: ein Befund mit Note oder eine Fällig-Notiz</translation>
    </message>
    <message>
        <source>Still missing: the repair&apos;s price, shown to the customer</source>
        <translation>Es fehlt: der gezeigte Preis der Reparatur</translation>
    </message>
    <message>
        <source>Still missing: the customer&apos;s consent</source>
        <translation>Es fehlt: die Einwilligung des Kunden</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>day, month and year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>ddd, d MMM</source>
        <comment>weekday, day and short month</comment>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>This unit is already with sales.</source>
        <translation>Dieses Gerät ist schon beim Vertrieb.</translation>
    </message>
    <message>
        <source>Start a visit at this customer first.</source>
        <translation>Bitte zuerst einen Besuch bei diesem Kunden beginnen.</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>Die Notiz ist zu lang.</translation>
    </message>
    <message>
        <source>This did not work. Your entries are safe. Code %1</source>
        <translation>Das hat nicht geklappt. Ihre Eingaben sind sicher. Code %1</translation>
    </message>
    <message>
        <source>Your bonus: %1 is noted and paid after your supervisor&apos;s approval (rule %2).</source>
        <translation>Ihre Prämie: %1 werden vorgemerkt und nach der Freigabe ausgezahlt (Regel %2).</translation>
    </message>
    <message>
        <source>Your bonus follows rule %1, %2.</source>
        <translation>Ihre Prämie folgt Regel %1, %2.</translation>
    </message>
    <message>
        <source>This customer has a complaint open: settle it first, then hand over</source>
        <translation>Dieser Kunde hat eine offene Reklamation: erst klären, dann übergeben</translation>
    </message>
</context>
<context>
    <name>turnus::outbox::OutboxViewModel</name>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Please choose: %1</source>
        <translation>Bitte wählen: %1</translation>
    </message>
    <message>
        <source>You, %1</source>
        <translation>Sie, %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>You work offline · everything is saved</source>
        <translation>Sie arbeiten offline · alles ist gespeichert</translation>
    </message>
    <message>
        <source>Sending and receiving</source>
        <translation>Senden und Empfangen läuft</translation>
    </message>
    <message>
        <source>No contact yet · everything is saved</source>
        <translation>Noch kein Kontakt · alles ist gespeichert</translation>
    </message>
    <message>
        <source>No contact since %1 · everything is saved</source>
        <translation>Kein Kontakt seit %1 · alles ist gespeichert</translation>
    </message>
    <message>
        <source>Signed out · everything is saved</source>
        <translation>Abgemeldet · alles ist gespeichert</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>Letzter Kontakt %1</translation>
    </message>
    <message>
        <source>You work offline. Switch that off to send.</source>
        <translation>Sie arbeiten offline. Zum Senden bitte ausschalten.</translation>
    </message>
    <message>
        <source>Please sign in to send.</source>
        <translation>Zum Senden bitte anmelden.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <comment>photos and reports</comment>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>Photos and reports, %n</source>
        <translation>
            <numerusform>Fotos und Berichte, %n</numerusform>
            <numerusform>Fotos und Berichte, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n zurückgestellt</numerusform>
            <numerusform>%n zurückgestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here only</source>
        <comment>files</comment>
        <translation>
            <numerusform>%n nur hier</numerusform>
            <numerusform>%n nur hier</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>ältester %1</translation>
    </message>
    <message>
        <source>The server was set back to %1.</source>
        <translation>Der Server wurde auf den Stand von %1 zurückgesetzt.</translation>
    </message>
    <message>
        <source>The server was set back to an earlier state.</source>
        <translation>Der Server wurde auf einen früheren Stand zurückgesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that it lost are sent again, and their files.</source>
        <translation>
            <numerusform>%n Eintrag, der dort fehlt, wird samt Dateien erneut gesendet.</numerusform>
            <numerusform>%n Einträge, die dort fehlen, werden samt Dateien erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it lost is sent again.</source>
        <translation>Was dort fehlt, wird erneut gesendet.</translation>
    </message>
</context>
<context>
    <name>turnus::outbox::OutboxWords</name>
    <message>
        <source>Decision on a bonus</source>
        <translation>Entscheidung über eine Prämie</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of record, customer</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Ansprechpartner</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>meter reading</source>
        <translation>Zählerstand</translation>
    </message>
    <message>
        <source>condition grade</source>
        <translation>Zustandsnote</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Ersatzteil</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>photos and report</source>
        <translation>Fotos und Bericht</translation>
    </message>
    <message>
        <source>due note</source>
        <translation>Fällig-Notiz</translation>
    </message>
    <message>
        <source>brochure shown</source>
        <translation>Prospekt gezeigt</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interesse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Somebody else has already decided this.</source>
        <translation>Darüber hat schon jemand anders entschieden.</translation>
    </message>
    <message>
        <source>Nobody decides his own bonus.</source>
        <translation>Über die eigene Prämie entscheidet niemand selbst.</translation>
    </message>
    <message>
        <source>Your account may not change this.</source>
        <translation>Ihr Konto darf das nicht ändern.</translation>
    </message>
    <message>
        <source>It refers to something that the server does not have.</source>
        <translation>Es bezieht sich auf etwas, das der Server nicht hat.</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>Ein Wert ist nicht zulässig.</translation>
    </message>
    <message>
        <source>The server did not take it. Code %1</source>
        <translation>Der Server hat es nicht angenommen. Code %1</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>time of today</comment>
        <translation>%1 Uhr</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2 Uhr</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and short month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>Other entries belong to this one. Discard those first.</source>
        <translation>Andere Einträge gehören zu diesem. Bitte zuerst jene verwerfen.</translation>
    </message>
    <message>
        <source>This did not work. Your entries are safe. Code %1</source>
        <translation>Das hat nicht geklappt. Ihre Eingaben sind sicher. Code %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message numerus="yes">
        <source>This customer&apos;s data had to be erased, and %n of your entries with it.</source>
        <translation>
            <numerusform>Die Daten dieses Kunden mussten gelöscht werden, und mit ihnen eine Ihrer Eingaben.</numerusform>
            <numerusform>Die Daten dieses Kunden mussten gelöscht werden, und mit ihnen %n Ihrer Eingaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>%1 has chosen before you.</source>
        <translation>%1 hat schon vor Ihnen gewählt.</translation>
    </message>
    <message>
        <source>%1 recorded this here. It waits until he or she signs in on this handheld.</source>
        <translation>%1 hat das hier erfasst. Es wartet, bis er oder sie sich auf diesem Gerät anmeldet.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>The record has been changed once more. Look at it again, and choose.</source>
        <translation>Der Eintrag ist noch einmal geändert worden. Sehen Sie ihn sich wieder an und wählen Sie.</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>Reklamation</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Reklamation</translation>
    </message>
    <message>
        <source>How it was settled</source>
        <translation>Wie sie geklärt wurde</translation>
    </message>
</context>
<context>
    <name>turnus::outbox::ReceiptViewModel</name>
    <message numerus="yes">
        <source>%n referral(s)</source>
        <translation>
            <numerusform>%n Empfehlung</numerusform>
            <numerusform>%n Empfehlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bonus entry(ies)</source>
        <translation>
            <numerusform>%n Prämienbuchung</numerusform>
            <numerusform>%n Prämienbuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>You work offline. Switch that off to ask the server.</source>
        <translation>Sie arbeiten ohne Netz. Schalten Sie das aus, um den Server zu fragen.</translation>
    </message>
    <message>
        <source>Please sign in to ask the server.</source>
        <translation>Bitte melden Sie sich an, um den Server zu fragen.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>turnus::outlook::OutlookViewModel</name>
    <message>
        <source>%1: about %2, 8 of 10 times between %3 and %4</source>
        <translation>%1: etwa %2, in 8 von 10 Fällen zwischen %3 und %4</translation>
    </message>
    <message>
        <source>Territory %1</source>
        <translation>Gebiet %1</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <comment>range of units due, units</comment>
        <translation>%1–%2 von %3</translation>
    </message>
    <message>
        <source>Forecast %1%, happened %2% of %3</source>
        <translation>Prognose %1 %, eingetreten %2 % von %3</translation>
    </message>
    <message numerus="yes">
        <source>%n failure(s) in 24 months, %1 expected</source>
        <translation>
            <numerusform>%n Ausfall statt %1 in 24 Mon.</numerusform>
            <numerusform>%n Ausfälle statt %1 in 24 Mon.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 times</source>
        <comment>as many failures as expected</comment>
        <translation>%1-mal</translation>
    </message>
    <message numerus="yes">
        <source>About %n unit(s) due within 12 months</source>
        <translation>
            <numerusform>Etwa %n Gerät binnen 12 Monaten fällig</numerusform>
            <numerusform>Etwa %n Geräte binnen 12 Monaten fällig</numerusform>
        </translation>
    </message>
    <message>
        <source>8 of 10 times between %1 and %2, of %3 units</source>
        <translation>In 8 von 10 Fällen zwischen %1 und %2, von %3 Geräten</translation>
    </message>
    <message numerus="yes">
        <source>%n not computed yet</source>
        <translation>
            <numerusform>%n noch nicht berechnet</numerusform>
            <numerusform>%n noch nicht berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 ranges that are decided, %2% held; 80% should.</source>
        <translation>Von %1 entschiedenen Spannen hielten %2&#xa0;%; 80&#xa0;% sollen es sein.</translation>
    </message>
    <message>
        <source>%1 came earlier than their range, %2 later; as of %3.</source>
        <translation>%1 kamen vor ihrer Spanne, %2 danach; Stand %3.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
</context>
<context>
    <name>turnus::schedule::KindWords</name>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notdienst</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Abholung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Lieferung</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Aufstellung</translation>
    </message>
    <message>
        <source>Courtesy call</source>
        <translation>Höflichkeitsbesuch</translation>
    </message>
</context>
<context>
    <name>turnus::settings::SettingsViewModel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>turnus::shell::Readiness</name>
    <message numerus="yes">
        <source>%n missing</source>
        <extracomment>what a visit lacks on this device, in a badge</extracomment>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready offline</source>
        <translation>Ohne Netz bereit</translation>
    </message>
    <message>
        <source>Not yet compared with the server.</source>
        <translation>Noch nicht mit dem Server verglichen.</translation>
    </message>
    <message>
        <source>All entries compared with the server today at %1.</source>
        <translation>Alle Einträge heute um %1 Uhr mit dem Server verglichen.</translation>
    </message>
    <message>
        <source>All entries compared with the server on %1 at %2.</source>
        <translation>Alle Einträge am %1 um %2 Uhr mit dem Server verglichen.</translation>
    </message>
    <message>
        <source>Data not yet complete</source>
        <translation>Daten noch nicht vollständig</translation>
    </message>
    <message>
        <source>Entries that differ from the server&apos;s</source>
        <translation>Einträge, die vom Server abweichen</translation>
    </message>
    <message>
        <source>They are being fetched again.</source>
        <translation>Sie werden neu geholt.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Device of the appointment</source>
        <translation>Gerät des Termins</translation>
    </message>
    <message>
        <source>Product of device %1</source>
        <translation>Produkt zu Gerät %1</translation>
    </message>
    <message>
        <source>Service contract of device %1</source>
        <translation>Servicevertrag zu Gerät %1</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Items of the checklist %1</source>
        <translation>Punkte der Checkliste %1</translation>
    </message>
    <message>
        <source>Brochure %1</source>
        <translation>Prospekt %1</translation>
    </message>
</context>
<context>
    <name>turnus::team::ConflictsViewModel</name>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>turnus::team::EvidenceWords</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <comment>minutes and seconds</comment>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>The repair was shown too</source>
        <translation>Reparatur wurde auch gezeigt</translation>
    </message>
    <message>
        <source>The repair was not shown</source>
        <translation>Reparatur wurde nicht gezeigt</translation>
    </message>
    <message>
        <source>arrival by position</source>
        <translation>Ankunft per Standort</translation>
    </message>
    <message>
        <source>arrival by hand</source>
        <translation>Ankunft von Hand</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>installed %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>serial number</comment>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>No due note at this visit</source>
        <translation>Keine Fällig-Notiz bei diesem Besuch</translation>
    </message>
    <message>
        <source>Forecast at the visit: overdue</source>
        <translation>Prognose beim Besuch: überfällig</translation>
    </message>
    <message>
        <source>Forecast at the visit: due</source>
        <translation>Prognose beim Besuch: fällig</translation>
    </message>
    <message>
        <source>Forecast at the visit: to be planned</source>
        <translation>Prognose beim Besuch: einzuplanen</translation>
    </message>
    <message>
        <source>Forecast at the visit: not due</source>
        <translation>Prognose beim Besuch: nicht fällig</translation>
    </message>
    <message>
        <source>%1, most likely %2</source>
        <translation>%1, am ehesten %2</translation>
    </message>
    <message>
        <source>Finding: %1, grade %2</source>
        <translation>Befund: %1, Note %2</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>Befund: %1</translation>
    </message>
    <message>
        <source>No finding at this visit</source>
        <translation>Kein Befund bei diesem Besuch</translation>
    </message>
    <message>
        <source>Condition grades since %1: %2</source>
        <translation>Zustandsnoten seit %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n page(s) shown, %2</source>
        <translation>
            <numerusform>%1: %n Seite gezeigt, %2</numerusform>
            <numerusform>%1: %n Seiten gezeigt, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No brochure was shown</source>
        <translation>Kein Prospekt gezeigt</translation>
    </message>
    <message>
        <source>Customer wants it now</source>
        <translation>Interesse: jetzt</translation>
    </message>
    <message>
        <source>Customer wants it later</source>
        <translation>Interesse: später</translation>
    </message>
    <message>
        <source>Customer wants information</source>
        <translation>Interesse: erst informieren</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>at a visit</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>Consent to contact: %1</source>
        <translation>Einwilligung liegt vor: %1</translation>
    </message>
    <message>
        <source>No contact wanted: %1</source>
        <translation>Keine Ansprache gewünscht: %1</translation>
    </message>
    <message>
        <source>No consent was asked</source>
        <translation>Einwilligung wurde nicht gefragt</translation>
    </message>
    <message numerus="yes">
        <source>Grade %1 at %n visit(s) in a row</source>
        <translation>
            <numerusform>Note %1 bei %n Besuch</numerusform>
            <numerusform>Note %1 bei %n Besuchen in Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>Measured %1, limit %2</source>
        <translation>Gemessen %1, Grenze %2</translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s), %1</source>
        <translation>
            <numerusform>%n Reparatur, %1</numerusform>
            <numerusform>%n Reparaturen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a day, usual are %2</source>
        <translation>%1 am Tag, üblich sind %2</translation>
    </message>
    <message>
        <source>%1 years old, usual are %2</source>
        <translation>%1 Jahre alt, üblich sind %2</translation>
    </message>
    <message>
        <source>Spare parts until %1</source>
        <translation>Ersatzteile bis %1</translation>
    </message>
    <message>
        <source>Legal limit %1</source>
        <translation>Gesetzliche Grenze %1</translation>
    </message>
    <message>
        <source>Devices at this customer age differently</source>
        <translation>Geräte bei diesem Kunden altern anders</translation>
    </message>
    <message>
        <source>%1 a day assumed, usual are %2</source>
        <translation>%1 am Tag angenommen, üblich sind %2</translation>
    </message>
</context>
<context>
    <name>turnus::team::ReviewViewModel</name>
    <message>
        <source>By %1, noted %2</source>
        <translation>Von %1, vorgemerkt am %2</translation>
    </message>
    <message>
        <source>Computed by rule %1, version %2</source>
        <translation>Rechnung nach Regel %1, Fassung %2</translation>
    </message>
    <message>
        <source>Booked were %1: this does not follow from the rule.</source>
        <translation>Gebucht sind %1: Das folgt nicht aus der Regel.</translation>
    </message>
    <message>
        <source>From %1 on a second person should look at the evidence too.</source>
        <translation>Ab %1 sollte auch eine zweite Person die Belege ansehen.</translation>
    </message>
    <message>
        <source>Approved by %1. The server has not answered yet.</source>
        <translation>Von %1 freigegeben. Der Server bestätigt noch.</translation>
    </message>
    <message>
        <source>Declined by %1. The server has not answered yet.</source>
        <translation>Von %1 abgelehnt. Der Server bestätigt noch.</translation>
    </message>
    <message>
        <source>This bonus is %1.</source>
        <translation>Diese Prämie ist %1.</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Freigegeben: %1</translation>
    </message>
    <message>
        <source>Declined: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>turnus::team::TeamViewModel</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>seit heute</translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>seit %n Tag</numerusform>
            <numerusform>seit %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::today::TodayViewModel</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The day&apos;s plan cannot be read (%1).</source>
        <translation>Der Tagesplan lässt sich nicht lesen (%1).</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message numerus="yes">
        <source>Today and the next %1 days: %n visit(s)</source>
        <translation>
            <numerusform>Heute und die nächsten %1 Tage: %n Besuch</numerusform>
            <numerusform>Heute und die nächsten %1 Tage: %n Besuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::DueNoteViewModel</name>
    <message>
        <source>Manufacturer&apos;s figure with this unit&apos;s own record</source>
        <translation>Herstellerangabe mit den Daten dieses Geräts</translation>
    </message>
    <message>
        <source>Well known from many such units</source>
        <translation>Aus vielen solchen Geräten gut bekannt</translation>
    </message>
    <message>
        <source>Fairly well known</source>
        <translation>Recht gut bekannt</translation>
    </message>
    <message>
        <source>Condition grade %1</source>
        <translation>Zustand Note %1</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked with %1 and %2.</source>
        <translation>Verknüpft mit %1 und %2.</translation>
    </message>
    <message>
        <source>Your verdict is missing.</source>
        <translation>Es fehlt Ihr Urteil.</translation>
    </message>
    <message>
        <source>By when is missing.</source>
        <translation>Es fehlt: bis wann.</translation>
    </message>
    <message>
        <source>Does the customer know?</source>
        <translation>Weiß der Kunde davon?</translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::FindingsViewModel</name>
    <message>
        <source>no. %1</source>
        <translation>Nr. %1</translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::PartsViewModel</name>
    <message>
        <source>from the van</source>
        <translation>aus dem Fahrzeug</translation>
    </message>
    <message>
        <source>to be ordered</source>
        <translation>zu bestellen</translation>
    </message>
    <message>
        <source>%1 and what has no price</source>
        <translation>%1 und Teile ohne Preis</translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::ReadingsViewModel</name>
    <message>
        <source>Cup counter</source>
        <translation>Tassenzähler</translation>
    </message>
    <message>
        <source>Hour meter</source>
        <translation>Stundenzähler</translation>
    </message>
    <message>
        <source>Meter, %1</source>
        <translation>Zähler, %1</translation>
    </message>
    <message>
        <source>never read before</source>
        <translation>noch nie abgelesen</translation>
    </message>
    <message>
        <source>last %1 on %2</source>
        <translation>zuletzt %1 am %2</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>never graded before</source>
        <translation>noch nie benotet</translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::ReportViewModel</name>
    <message>
        <source>Still missing: the name of who signs</source>
        <translation>Es fehlt: der Name</translation>
    </message>
    <message>
        <source>Still missing: the signature</source>
        <translation>Es fehlt: die Unterschrift</translation>
    </message>
</context>
<context>
    <name>turnus::visitpage::VisitViewModel</name>
    <message>
        <source>Arrived %1</source>
        <translation>Angekommen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n min on site</source>
        <translation>
            <numerusform>%n min vor Ort</numerusform>
            <numerusform>%n min vor Ort</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min on site</source>
        <translation>%1 h %2 min vor Ort</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>The site has no position. Please enter the arrival by hand.</source>
        <translation>Der Standort hat keine Koordinaten. Bitte tragen Sie die Ankunft von Hand ein.</translation>
    </message>
    <message>
        <source>No position. Please enter the arrival by hand.</source>
        <translation>Kein Standort. Bitte tragen Sie die Ankunft von Hand ein.</translation>
    </message>
    <message>
        <source>%1 m to go</source>
        <translation>noch %1 m</translation>
    </message>
    <message>
        <source>%1 km to go</source>
        <translation>noch %1 km</translation>
    </message>
    <message>
        <source>You are at the site.</source>
        <translation>Sie sind am Standort.</translation>
    </message>
    <message>
        <source>The server holds every entry and every photo.</source>
        <translation>Der Server hat jeden Eintrag und jedes Foto.</translation>
    </message>
    <message>
        <source>Saved on this device. %1 of %2 photos confirmed.</source>
        <translation>Auf diesem Gerät gesichert. %1 von %2 Fotos bestätigt.</translation>
    </message>
    <message>
        <source>Saved on this device. The server has not confirmed everything yet.</source>
        <translation>Auf diesem Gerät gesichert. Der Server hat noch nicht alles bestätigt.</translation>
    </message>
</context>
</TS>
