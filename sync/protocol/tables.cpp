#include "sync/protocol/tables.h"

#include <algorithm>
#include <array>

namespace turnus::protocol {

namespace {

using enum ColumnType;
using enum Merge;
using enum RowKind;

constexpr bool nullable = true;

constexpr Column id(std::string_view name, std::string_view refersTo, bool null = false, Merge merge = Ask)
{
    return {name, Id, null, merge, refersTo};
}

// Company channel -----------------------------------------------------------------------------------------------

constexpr std::array territory{Column{"name", Text}};
constexpr std::array team{Column{"name", Text}, id("territory_id", "territory"), id("leader_id", "staff", nullable)};
constexpr std::array staff{Column{"name", Text}, Column{"role", Text}, id("team_id", "team", nullable),
                           Column{"phone", Text, nullable}, Column{"email", Text, nullable}};
constexpr std::array segment{Column{"name", Text}, Column{"care", Text, nullable}};
constexpr std::array product{Column{"sku", Text},
                             Column{"name", Text},
                             Column{"category", Text},
                             Column{"manufacturer", Text},
                             Column{"summary", Text, nullable},
                             Column{"nominal_life_months", Integer},
                             Column{"nominal_usage_per_day", Real},
                             Column{"usage_unit", Text},
                             Column{"capacity_per_day", Integer, nullable},
                             Column{"hidden_failure", Flag},
                             id("successor_id", "product", nullable),
                             Column{"spare_parts_until", Day, nullable},
                             Column{"image_sha256", Text, nullable}};
constexpr std::array price{id("product_id", "product"), Column{"valid_from", Day}, Column{"amount_cents", Cents}};
constexpr std::array accessory{id("product_id", "product"), id("accessory_id", "product"),
                               Column{"reason", Text, nullable}};
constexpr std::array part{Column{"number", Text}, Column{"name", Text}, id("product_id", "product", nullable),
                          Column{"price_cents", Cents, nullable}};
constexpr std::array brochure{
    Column{"title", Text},      Column{"language", Text},  id("product_id", "product", nullable),
    Column{"sha256", Text},     Column{"size", Integer},   Column{"pages", Integer},
    Column{"version", Integer}, Column{"valid_from", Day}, Column{"valid_until", Day, nullable}};
constexpr std::array checklist{Column{"name", Text}, Column{"kind", Text}, Column{"category", Text}};
constexpr std::array checklistItem{id("checklist_id", "checklist"), Column{"position", Integer},
                                   Column{"label", Text},           Column{"answer", Text},
                                   Column{"unit", Text, nullable},  Column{"required", Flag}};
constexpr std::array bonusRule{Column{"name", Text},
                               Column{"number", Text},
                               Column{"version", Integer},
                               Column{"event", Text},
                               Column{"category", Text, nullable},
                               Column{"flat_cents", Cents, nullable},
                               Column{"basis_points", Integer, nullable},
                               Column{"cap_cents", Cents, nullable},
                               Column{"valid_from", Day},
                               Column{"valid_until", Day, nullable}};
constexpr std::array lifeModel{id("product_id", "product"), Column{"version", Integer}, Column{"parameters", Blob}};
/// How earlier forecasts of a product (none: of all) came true by `as_of`. forecasts: ranges that are decided because
/// their P90 has passed; of these happened inside P10–P90, below or above it.
constexpr std::array calibration{id("product_id", "product", nullable),
                                 Column{"as_of", Day},
                                 Column{"horizon_days", Integer},
                                 Column{"forecasts", Integer},
                                 Column{"inside", Integer},
                                 Column{"below", Integer},
                                 Column{"above", Integer}};
/// A point of the calibration plot. kind within_horizon: forecasts whose probability of failing within horizon_days
/// lay around `predicted`; by_date: those whose P10, P50 or P90 (predicted 0.1, 0.5, 0.9) has passed.
constexpr std::array calibrationBin{id("calibration_id", "calibration"), Column{"kind", Text},
                                    Column{"predicted", Real}, Column{"forecasts", Integer},
                                    Column{"happened", Integer}};
constexpr std::array wording{Column{"topic", Text}, Column{"version", Integer}, Column{"language", Text},
                             Column{"body", Text}};

/// What is answered to this item at a unit of the product is its measured value: at_new when the unit is new,
/// value_limit where its maker calls it worn out. Several rows of one product name the same quantity in several lists;
/// the one of the highest id says both figures.
constexpr std::array measuredQuantity{id("product_id", "product"), id("item_id", "checklist_item"),
                                      Column{"at_new", Real}, Column{"value_limit", Real}};

/// forecast::Settings of the company; the newest version counts, and without a row the defaults do.
constexpr std::array forecastSetting{Column{"version", Integer},          Column{"visit_interval_days", Integer},
                                     Column{"plan_ahead_days", Integer},  Column{"due_probability", Real},
                                     Column{"overdue_probability", Real}, Column{"breakdown_share", Real},
                                     Column{"talk_before_days", Integer}, Column{"talk_until_days", Integer}};

/// A customer of whom nothing that names him is left anywhere. `customer` is his row's id: devices drop what they have
/// of him, whichever channel it came by, and what was recorded for him and not yet sent.
constexpr std::array erasure{Column{"customer", Integer}, Column{"reason", Text}, id("staff_id", "staff", nullable),
                             Column{"at", Instant}};

// Territory channels --------------------------------------------------------------------------------------------

constexpr std::array customer{Column{"name", Text},
                              id("segment_id", "segment"),
                              Column{"external_key", Text, nullable, ServerWins},
                              Column{"phone", Text, nullable},
                              Column{"email", Text, nullable},
                              Column{"note", Text, nullable}};
constexpr std::array contact{id("customer_id", "customer"), Column{"name", Text}, Column{"position", Text, nullable},
                             Column{"phone", Text, nullable}, Column{"email", Text, nullable}};
constexpr std::array site{id("customer_id", "customer"),
                          Column{"name", Text},
                          Column{"street", Text},
                          Column{"postal_code", Text},
                          Column{"city", Text},
                          Column{"country", Text},
                          Column{"latitude", Real, nullable},
                          Column{"longitude", Real, nullable},
                          Column{"access_note", Text, nullable}};
constexpr std::array serviceContract{id("customer_id", "customer"),
                                     Column{"name", Text},
                                     Column{"starts", Day},
                                     Column{"ends", Day, nullable},
                                     Column{"response_hours", Integer, nullable},
                                     Column{"visits_per_year", Integer},
                                     Column{"monthly_cents", Cents, nullable}};
constexpr std::array asset{id("customer_id", "customer"),
                           id("site_id", "site"),
                           id("product_id", "product"),
                           id("contract_id", "service_contract", nullable, ServerWins),
                           Column{"serial", Text},
                           Column{"installed", Day},
                           Column{"installed_year_only", Flag},
                           Column{"observed_from", Day},
                           Column{"warranty_end", Day, nullable, ServerWins},
                           Column{"statutory_limit", Day, nullable, ServerWins},
                           Column{"place", Text, nullable},
                           Column{"status", Text}};
constexpr std::array maintenancePlan{id("asset_id", "asset"), Column{"interval_months", Integer},
                                     Column{"next_due", Day}};
constexpr std::array appointment{id("customer_id", "customer"),
                                 id("site_id", "site"),
                                 id("asset_id", "asset", nullable),
                                 id("technician_id", "staff", nullable, ServerWins),
                                 Column{"kind", Text, false, ServerWins},
                                 Column{"starts", Instant, false, ServerWins},
                                 Column{"ends", Instant, false, ServerWins},
                                 Column{"status", Text, false, DeviceWins},
                                 Column{"reason", Text, nullable},
                                 Column{"note", Text, nullable}};
constexpr std::array visit{id("customer_id", "customer"),
                           id("site_id", "site"),
                           id("asset_id", "asset", nullable),
                           id("appointment_id", "appointment", nullable),
                           id("technician_id", "staff"),
                           Column{"kind", Text},
                           Column{"status", Text, false, DeviceWins},
                           Column{"started", Instant, false, DeviceWins},
                           Column{"ended", Instant, nullable, DeviceWins},
                           Column{"arrival", Text, nullable, DeviceWins},
                           Column{"arrival_distance_m", Integer, nullable, DeviceWins},
                           Column{"summary", Text, nullable, DeviceWins}};
constexpr std::array checklistAnswer{id("visit_id", "visit"),        id("item_id", "checklist_item"),
                                     Column{"answer", Text},         Column{"value", Real, nullable},
                                     Column{"note", Text, nullable}, Column{"at", Instant}};
constexpr std::array meterReading{id("asset_id", "asset"),         id("visit_id", "visit", nullable),
                                  Column{"at", Instant},           Column{"value", Real},
                                  Column{"meter_exchanged", Flag}, Column{"implausible_confirmed", Flag}};
constexpr std::array conditionGrade{id("asset_id", "asset"), id("visit_id", "visit", nullable),
                                    id("technician_id", "staff", nullable), Column{"at", Instant},
                                    Column{"grade", Integer}};
constexpr std::array finding{id("asset_id", "asset"),
                             id("visit_id", "visit"),
                             Column{"what", Text},
                             Column{"place", Text, nullable},
                             Column{"grade", Integer, nullable},
                             Column{"at", Instant}};
constexpr std::array partUse{id("visit_id", "visit"),
                             id("asset_id", "asset", nullable),
                             id("part_id", "part", nullable),
                             Column{"name", Text},
                             Column{"quantity", Integer},
                             Column{"source", Text},
                             Column{"unit_cents", Cents, nullable},
                             Column{"at", Instant}};
constexpr std::array repair{id("asset_id", "asset"), id("visit_id", "visit", nullable), Column{"at", Instant},
                            Column{"description", Text}, Column{"cost_cents", Cents, nullable}};
constexpr std::array attachment{id("visit_id", "visit"),
                                id("asset_id", "asset", nullable),
                                id("finding_id", "finding", nullable),
                                Column{"sha256", Text},
                                Column{"size", Integer},
                                Column{"media_type", Text},
                                Column{"kind", Text},
                                Column{"at", Instant}};
constexpr std::array dueNote{id("asset_id", "asset"),
                             id("visit_id", "visit"),
                             Column{"verdict", Text},
                             Column{"horizon_months", Integer, nullable},
                             Column{"signs", Text, nullable},
                             Column{"customer_informed", Flag},
                             Column{"forecast_status", Text},
                             Column{"p10", Day, nullable},
                             Column{"p50", Day, nullable},
                             Column{"p90", Day, nullable},
                             Column{"model_version", Integer, nullable},
                             Column{"reasons", Text, nullable},
                             Column{"at", Instant}};
constexpr std::array pageView{id("brochure_id", "brochure"), id("visit_id", "visit"), Column{"page", Integer},
                              Column{"shown_ms", Integer}, Column{"at", Instant}};
constexpr std::array consent{id("customer_id", "customer"),
                             id("contact_id", "contact", nullable),
                             id("visit_id", "visit", nullable),
                             id("technician_id", "staff", nullable),
                             Column{"given_by", Text},
                             Column{"medium", Text},
                             Column{"purpose", Text},
                             Column{"granted", Flag},
                             id("wording_id", "wording", nullable),
                             Column{"valid_until", Day, nullable},
                             Column{"at", Instant}};
constexpr std::array referral{id("customer_id", "customer"),
                              id("site_id", "site"),
                              id("contact_id", "contact", nullable),
                              id("asset_id", "asset"),
                              id("visit_id", "visit"),
                              id("due_note_id", "due_note", nullable),
                              id("technician_id", "staff"),
                              id("product_id", "product", nullable),
                              Column{"interest", Text},
                              Column{"note", Text, nullable},
                              Column{"repair_shown", Flag},
                              Column{"amount_cents", Cents, nullable, ServerWins},
                              Column{"stage", Text, false, ServerWins},
                              Column{"created", Instant}};
constexpr std::array referralEvent{id("referral_id", "referral"), Column{"stage", Text},
                                   id("staff_id", "staff", nullable), Column{"reason", Text, nullable},
                                   Column{"at", Instant}};
constexpr std::array signature{id("visit_id", "visit"), Column{"signer", Text}, Column{"strokes", Blob, nullable},
                               Column{"report_sha256", Text}, Column{"at", Instant}};
/// A forecast as it was on a day, kept when the status changed and once a quarter. limited: a legal limit or the end of
/// the spare parts cut the range, so it says nothing of the failure. reasons as in due_note.
constexpr std::array forecastStatement{id("asset_id", "asset"),
                                       Column{"as_of", Day},
                                       Column{"status", Text},
                                       Column{"p10", Day},
                                       Column{"p50", Day},
                                       Column{"p90", Day},
                                       Column{"limited", Flag},
                                       Column{"fails_within_year", Real},
                                       Column{"confidence", Text},
                                       Column{"model_version", Integer},
                                       Column{"reasons", Text, nullable}};
/// Log of the factor by which a customer's surroundings lengthen the life of units there, as the server learned it.
constexpr std::array customerLife{id("customer_id", "customer"), Column{"life_log", Real}};
/// That a unit is gone, and why; last_good: it was found broken at an inspection and had worked on that day; note: the
/// competitor's product. The newest of a unit counts: reason "kept" takes back what was said before.
constexpr std::array assetRemoval{id("asset_id", "asset"),
                                  id("visit_id", "visit", nullable),
                                  id("technician_id", "staff", nullable),
                                  Column{"reason", Text},
                                  Column{"removed", Day},
                                  Column{"last_good", Day, nullable},
                                  id("successor_id", "asset", nullable),
                                  Column{"at", Instant},
                                  Column{"note", Text, nullable}};

/// A field that waits for a person's choice: what the device of `mine_by` wanted (its operation seq of replica), and
/// what the record holds; both as text. Gone once somebody has chosen.
constexpr std::array openConflict{id("customer_id", "customer"),      Column{"tbl", Text},
                                  Column{"row_id", Integer},          Column{"field", Text},
                                  Column{"mine", Text, nullable},     id("mine_by", "staff"),
                                  Column{"mine_at", Instant},         Column{"theirs", Text, nullable},
                                  id("theirs_by", "staff", nullable), Column{"theirs_at", Instant},
                                  Column{"replica", Integer},         Column{"seq", Integer}};
/// A supervisor's choice in the open conflict of that id. addition: what `both` adds to the record's note; of `mine`
/// the record's value that he saw, empty for nothing, NULL of an app that does not say.
constexpr std::array conflictChoice{id("customer_id", "customer"), Column{"conflict", Integer},
                                    Column{"choice", Text},        Column{"addition", Text, nullable},
                                    id("staff_id", "staff"),       Column{"at", Instant}};

/// What a customer complains of, taken by technician_id; open until it is settled. Meanwhile nothing is recommended to
/// him.
constexpr std::array complaint{id("customer_id", "customer"),
                               id("asset_id", "asset", nullable),
                               id("visit_id", "visit", nullable),
                               id("technician_id", "staff"),
                               Column{"what", Text},
                               Column{"opened", Instant},
                               Column{"settled", Instant, nullable, DeviceWins},
                               Column{"settlement", Text, nullable}};

// Person channels -----------------------------------------------------------------------------------------------

constexpr std::array bonusEntry{id("technician_id", "staff"),
                                id("rule_id", "bonus_rule"),
                                id("referral_id", "referral", nullable),
                                id("entry_id", "bonus_entry", nullable),
                                id("decision_id", "bonus_decision", nullable),
                                Column{"kind", Text},
                                Column{"amount_cents", Cents},
                                Column{"base_cents", Cents, nullable},
                                id("staff_id", "staff", nullable),
                                Column{"reason", Text, nullable},
                                Column{"at", Instant}};
constexpr std::array bonusDecision{id("entry_id", "bonus_entry"), Column{"decision", Text},
                                   Column{"reason", Text, nullable}, id("staff_id", "staff"), Column{"at", Instant}};

constexpr auto Company = ChannelKind::Company;
constexpr auto Territory = ChannelKind::Territory;
constexpr auto Person = ChannelKind::Person;

constexpr std::array all{
    Table{1, "territory", Reference, Company, "", false, territory},
    Table{2, "team", Reference, Company, "", false, team},
    Table{3, "staff", Reference, Company, "", false, staff},
    Table{4, "segment", Reference, Company, "", false, segment},
    Table{5, "product", Reference, Company, "", false, product},
    Table{6, "price", Reference, Company, "", false, price},
    Table{7, "accessory", Reference, Company, "", false, accessory},
    Table{8, "part", Reference, Company, "", false, part},
    Table{9, "brochure", Reference, Company, "", false, brochure},
    Table{10, "checklist", Reference, Company, "", false, checklist},
    Table{11, "checklist_item", Reference, Company, "", false, checklistItem},
    Table{12, "bonus_rule", Reference, Company, "", false, bonusRule},
    Table{13, "life_model", Reference, Company, "", false, lifeModel},
    Table{14, "wording", Reference, Company, "", false, wording},
    Table{15, "calibration", Reference, Company, "", false, calibration},
    Table{16, "calibration_bin", Reference, Company, "", false, calibrationBin},
    Table{17, "erasure", Reference, Company, "", false, erasure},
    Table{18, "measured_quantity", Reference, Company, "", false, measuredQuantity},
    Table{19, "forecast_setting", Reference, Company, "", false, forecastSetting},
    Table{20, "customer", Shared, Territory, "", false, customer},
    Table{21, "contact", Shared, Territory, "customer_id", true, contact},
    Table{22, "site", Shared, Territory, "customer_id", false, site},
    Table{23, "service_contract", Reference, Territory, "customer_id", false, serviceContract},
    Table{24, "asset", Shared, Territory, "customer_id", true, asset},
    Table{25, "maintenance_plan", Reference, Territory, "asset_id", false, maintenancePlan},
    Table{26, "appointment", Shared, Territory, "customer_id", true, appointment},
    Table{27, "visit", Shared, Territory, "customer_id", true, visit},
    Table{28, "checklist_answer", Fact, Territory, "visit_id", true, checklistAnswer},
    Table{29, "meter_reading", Fact, Territory, "asset_id", true, meterReading},
    Table{30, "condition_grade", Fact, Territory, "asset_id", true, conditionGrade},
    Table{31, "finding", Fact, Territory, "visit_id", true, finding},
    Table{32, "part_use", Fact, Territory, "visit_id", true, partUse},
    Table{33, "repair", Fact, Territory, "asset_id", true, repair},
    Table{34, "attachment", Fact, Territory, "visit_id", true, attachment},
    Table{35, "due_note", Fact, Territory, "visit_id", true, dueNote},
    Table{36, "page_view", Fact, Territory, "visit_id", true, pageView},
    Table{37, "consent", Fact, Territory, "customer_id", true, consent},
    Table{38, "referral", Shared, Territory, "visit_id", true, referral},
    Table{39, "referral_event", Fact, Territory, "referral_id", false, referralEvent},
    Table{40, "signature", Fact, Territory, "visit_id", true, signature},
    Table{41, "forecast_statement", Reference, Territory, "asset_id", false, forecastStatement},
    Table{42, "customer_life", Reference, Territory, "customer_id", false, customerLife},
    Table{43, "open_conflict", Reference, Territory, "customer_id", false, openConflict},
    Table{44, "conflict_choice", Fact, Territory, "customer_id", true, conflictChoice},
    Table{45, "complaint", Shared, Territory, "customer_id", true, complaint},
    Table{48, "asset_removal", Fact, Territory, "asset_id", true, assetRemoval},
    Table{50, "bonus_entry", Fact, Person, "", false, bonusEntry},
    Table{51, "bonus_decision", Fact, Person, "entry_id", true, bonusDecision},
};

} // namespace

std::span<const Table> tables()
{
    return all;
}

const Table *findTable(std::string_view name)
{
    const auto *found = std::ranges::find(all, name, &Table::name);
    return found == all.end() ? nullptr : found;
}

const Table *findTable(int number)
{
    const auto *found = std::ranges::find(all, number, &Table::number);
    return found == all.end() ? nullptr : found;
}

int columnIndex(const Table &table, std::string_view column)
{
    const auto found = std::ranges::find(table.columns, column, &Column::name);
    return found == table.columns.end() ? -1 : static_cast<int>(found - table.columns.begin());
}

bool isFixed(const Table &table, const Column &column)
{
    // Only an appointment goes from one person to another.
    return column.name == table.parent || (column.refersTo == "staff" && table.name != "appointment");
}

} // namespace turnus::protocol
