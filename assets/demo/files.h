#pragma once

#include "assets/demo/csv.h"

#include <array>

namespace turnus::demo {

/// The files of the import directory with their header lines. The columns are those of sync/protocol/tables.cpp
/// after the company's own `key`; a reference is a column without `_id`, a stored file is named by its path.
struct Files
{
    CsvFile territory{"territory", "key,name"};
    CsvFile team{"team", "key,name,territory,leader"};
    CsvFile staff{"staff", "key,name,role,team,phone,email"};
    CsvFile account{"account", "login,password,staff"};
    CsvFile segment{"segment", "key,name,care"};
    CsvFile product{"product", "key,sku,name,category,manufacturer,summary,nominal_life_months,nominal_usage_per_day,"
                               "usage_unit,capacity_per_day,hidden_failure,successor,spare_parts_until,image"};
    CsvFile price{"price", "key,product,valid_from,amount_cents"};
    CsvFile accessory{"accessory", "key,product,accessory,reason"};
    CsvFile part{"part", "key,number,name,product,price_cents"};
    CsvFile brochure{"brochure", "key,title,language,product,file,size,pages,version,valid_from,valid_until"};
    CsvFile checklist{"checklist", "key,name,kind,category"};
    CsvFile checklistItem{"checklist_item", "key,checklist,position,label,answer,unit,required"};
    CsvFile measuredQuantity{"measured_quantity", "key,product,item,at_new,value_limit"};
    CsvFile forecastSetting{"forecast_setting",
                            "key,version,visit_interval_days,plan_ahead_days,due_probability,overdue_probability,"
                            "breakdown_share,talk_before_days,talk_until_days"};
    CsvFile bonusRule{
        "bonus_rule",
        "key,name,number,version,event,category,flat_cents,basis_points,cap_cents,valid_from,valid_until"};
    CsvFile lifeModel{"life_model", "key,product,version,parameters"};
    CsvFile calibration{"calibration", "key,product,as_of,horizon_days,forecasts,inside,below,above"};
    CsvFile calibrationBin{"calibration_bin", "key,calibration,kind,predicted,forecasts,happened"};
    CsvFile wording{"wording", "key,topic,version,language,body"};
    CsvFile customer{"customer", "key,territory,name,segment,external_key,phone,email,note"};
    CsvFile contact{"contact", "key,customer,name,position,phone,email"};
    CsvFile site{"site", "key,customer,name,street,postal_code,city,country,latitude,longitude,access_note"};
    CsvFile serviceContract{"service_contract",
                            "key,customer,name,starts,ends,response_hours,visits_per_year,monthly_cents"};
    CsvFile asset{"asset", "key,customer,site,product,contract,serial,installed,installed_year_only,observed_from,"
                           "warranty_end,statutory_limit,place,status"};
    CsvFile maintenancePlan{"maintenance_plan", "key,asset,interval_months,next_due"};
    CsvFile appointment{"appointment", "key,customer,site,asset,technician,kind,starts,ends,status,reason,note"};
    CsvFile visit{"visit", "key,customer,site,asset,appointment,technician,kind,status,started,ended,arrival,"
                           "arrival_distance_m,summary"};
    CsvFile checklistAnswer{"checklist_answer", "key,visit,item,answer,value,note,at"};
    CsvFile meterReading{"meter_reading", "key,asset,visit,at,value,meter_exchanged,implausible_confirmed"};
    CsvFile conditionGrade{"condition_grade", "key,asset,visit,technician,at,grade"};
    CsvFile finding{"finding", "key,asset,visit,what,place,grade,at"};
    CsvFile partUse{"part_use", "key,visit,asset,part,name,quantity,source,unit_cents,at"};
    CsvFile repair{"repair", "key,asset,visit,at,description,cost_cents"};
    CsvFile attachment{"attachment", "key,visit,asset,finding,file,size,media_type,kind,at"};
    CsvFile dueNote{"due_note",
                    "key,asset,visit,verdict,horizon_months,signs,customer_informed,forecast_status,p10,p50,"
                    "p90,model_version,reasons,at"};
    CsvFile pageView{"page_view", "key,brochure,visit,page,shown_ms,at"};
    CsvFile consent{"consent", "key,customer,contact,visit,technician,given_by,medium,purpose,granted,wording,"
                               "valid_until,at"};
    CsvFile referral{"referral", "key,customer,site,contact,asset,visit,due_note,technician,product,interest,note,"
                                 "repair_shown,amount_cents,stage,created"};
    CsvFile referralEvent{"referral_event", "key,referral,stage,staff,reason,at"};
    CsvFile signature{"signature", "key,visit,signer,strokes,report_sha256,at"};
    CsvFile forecastStatement{"forecast_statement", "key,asset,as_of,status,p10,p50,p90,limited,fails_within_year,"
                                                    "confidence,model_version,reasons"};
    CsvFile customerLife{"customer_life", "key,customer,life_log"};
    CsvFile assetRemoval{"asset_removal", "key,asset,visit,technician,reason,removed,last_good,successor,at,note"};
    CsvFile complaint{"complaint", "key,customer,asset,visit,technician,what,opened,settled,settlement"};
    CsvFile bonusEntry{"bonus_entry",
                       "key,technician,rule,referral,entry,decision,kind,amount_cents,base_cents,staff,reason,at"};
    CsvFile bonusDecision{"bonus_decision", "key,entry,decision,reason,staff,at"};

    [[nodiscard]] std::array<const CsvFile *, 46> all() const
    {
        return {&territory,       &team,           &staff,
                &account,         &segment,        &product,
                &price,           &accessory,      &part,
                &brochure,        &checklist,      &checklistItem,
                &bonusRule,       &lifeModel,      &wording,
                &customer,        &contact,        &site,
                &serviceContract, &asset,          &maintenancePlan,
                &appointment,     &visit,          &checklistAnswer,
                &meterReading,    &conditionGrade, &finding,
                &partUse,         &repair,         &attachment,
                &dueNote,         &pageView,       &consent,
                &referral,        &referralEvent,  &signature,
                &calibration,     &calibrationBin, &forecastStatement,
                &customerLife,    &assetRemoval,   &bonusEntry,
                &bonusDecision,   &measuredQuantity, &forecastSetting,
                &complaint};
    }
};

} // namespace turnus::demo
