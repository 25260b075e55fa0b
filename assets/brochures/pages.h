#pragma once

#include "assets/brochures/content.h"
#include "assets/brochures/page.h"

/// One function a page. All texts come from the content, in its language.
namespace turnus::brochures {

void drawCover(const Page &page, const Brochure &brochure);
void drawFacts(const Page &page, const Brochure &brochure);
void drawModels(const Page &page, const Brochure &brochure);
void drawData(const Page &page, const Brochure &brochure);
void drawCosts(const Page &page, const Brochure &brochure);
void drawContracts(const Page &page, const Brochure &brochure);
void drawContact(const Page &page, const Brochure &brochure);
/// What happens at a maintenance, step by step.
void drawMaintenance(const Page &page, const Brochure &brochure);
/// Cost a year over the age of a machine, and when each choice wins.
void drawCostCurve(const Page &page, const Brochure &brochure);
void drawDecision(const Page &page, const Brochure &brochure);
void drawFooter(const Page &page, const Brochure &brochure, int number, int count);

/// Colours of a brochure's hero pages.
HeroColors heroColors(Look look);

inline constexpr qreal margin = 72;
/// Title and lead at the top of a light page; returns the y below.
qreal drawHeading(const Page &page, const QString &title, const QString &lead, qreal width);

} // namespace turnus::brochures
