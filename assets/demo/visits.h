#pragma once

#include "assets/demo/company.h"

/// The rows that one visit leaves behind.
namespace turnus::demo {

enum class VisitKind { Maintenance, Repair, Emergency, PickUp, Delivery, Installation, CourtesyCall };

inline const char *kindName(VisitKind kind)
{
    return appointmentKinds.at(static_cast<std::size_t>(kind));
}

struct VisitDraft
{
    VisitKind kind;
    int site;
    int asset;
    Day day;
    int start; ///< minutes after midnight
    int minutes;
    Text summary;
};

struct WrittenVisit
{
    Text key;
    int technician = 0;
    Day day;
    Instant started;
    Instant ended;
};

struct RepairDraft
{
    int asset;
    int trouble;
    int cents; ///< 0 = drawn
};

WrittenVisit writeVisit(Company &company, Random &random, const VisitDraft &draft);
/// The meter ran on since the last reading; a few are exchanged, a few are typed wrong.
void writeReading(Company &company, Random &random, const WrittenVisit &visit, int asset);
void writeGrade(Company &company, const WrittenVisit &visit, int asset, int grade);
void writeFinding(Company &company, Random &random, const WrittenVisit &visit, int asset, int grade);
void writeServicePart(Company &company, const WrittenVisit &visit, int asset);
void writeRepair(Company &company, Random &random, const WrittenVisit &visit, const RepairDraft &draft);
/// The checklist of the category of `asset`.
void writeAnswers(Company &company, Random &random, const WrittenVisit &visit, int asset);

} // namespace turnus::demo
