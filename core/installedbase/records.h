#pragma once

#include "core/forecast/forecast.h"
#include "core/support/ids.h"
#include "core/support/money.h"
#include "core/support/time.h"

#include <QString>
#include <optional>

namespace turnus::installedbase {

struct CustomerRow
{
    CustomerId id;
    QString name;
    QString segment;
    QString city;
    int assets = 0;
    /// Assets whose status is plan or worse.
    int dueAssets = 0;
};

struct Customer
{
    CustomerId id;
    QString name;
    QString segment;
    QString externalKey;
    QString phone;
    QString email;
    QString note;
};

struct Contact
{
    ContactId id;
    QString name;
    QString position;
    QString phone;
    QString email;
};

struct Site
{
    SiteId id;
    QString name;
    QString street;
    QString postalCode;
    QString city;
    QString country;
    std::optional<double> latitude;
    std::optional<double> longitude;
    QString accessNote;
};

struct Product
{
    ProductId id;
    QString sku;
    QString name;
    QString category;
    QString manufacturer;
    QString usageUnit;
    std::optional<int> capacityPerDay;
    ProductId successor;
    std::optional<Day> sparePartsUntil;
    QString imageSha256;
};

struct Contract
{
    ServiceContractId id;
    QString name;
    Day starts;
    std::optional<Day> ends;
    std::optional<int> responseHours;
    int visitsPerYear = 0;
    std::optional<Money> monthly;
};

/// The latest stored forecast of an asset, as lists need it.
struct StoredForecast
{
    forecast::DueStatus status = forecast::DueStatus::NotDue;
    Day p10;
    Day p50;
    Day p90;
    Day talkFrom;
    Day talkUntil;
    double failWithinVisitInterval = 0;
    int modelVersion = 0;
    Day computed;
};

struct AssetRow
{
    AssetId id;
    SiteId site;
    QString siteName;
    QString product;
    QString category;
    QString serial;
    QString place;
    Day installed;
    bool installedYearOnly = false;
    std::optional<StoredForecast> forecast;
};

struct Asset
{
    AssetId id;
    CustomerId customer;
    QString customerName;
    Site site;
    Product product;
    std::optional<Contract> contract;
    QString serial;
    QString place;
    Day installed;
    bool installedYearOnly = false;
    std::optional<Day> warrantyEnd;
    std::optional<Day> statutoryLimit;
    bool removed = false;
};

} // namespace turnus::installedbase
