import { allowedOffice } from "./allowed-office.js";
import { availability } from "./availability.js";
import { averageHours } from "./average-hours.js";
import { breakCover } from "./break-cover.js";
import { closures } from "./closures.js";
import { consecutiveDays } from "./consecutive-days.js";
import { consecutiveDaysOff } from "./consecutive-days-off.js";
import { dailyHours } from "./daily-hours.js";
import { dailyRest } from "./daily-rest.js";
import { demandCover } from "./demand-cover.js";
import { demandSurplus } from "./demand-surplus.js";
import { demandTarget } from "./demand-target.js";
import { departmentGap } from "./department-gap.js";
import { departmentHours } from "./department-hours.js";
import { departmentSeparation } from "./department-separation.js";
import { departmentShare } from "./department-share.js";
import { deskCapacity } from "./desk-capacity.js";
import { eveningAreaSpread } from "./evening-area-spread.js";
import { eveningCount } from "./evening-count.js";
import { eveningCover } from "./evening-cover.js";
import { eveningHolidayEve } from "./evening-holiday-eve.js";
import { eveningRhythm } from "./evening-rhythm.js";
import { eveningShare } from "./evening-share.js";
import { eveningSpacing } from "./evening-spacing.js";
import { eveningWeekday } from "./evening-weekday.js";
import { monthlyBudget } from "./monthly-budget.js";
import { officeChanges } from "./office-changes.js";
import { officeContinuity } from "./office-continuity.js";
import { officeRotation } from "./office-rotation.js";
import { openingCover } from "./opening-cover.js";
import { openingHandovers } from "./opening-handovers.js";
import { openingSurplus } from "./opening-surplus.js";
import { periodHours } from "./period-hours.js";
import { pins } from "./pins.js";
import { preferences } from "./preferences.js";
import { publicationNotice } from "./publication-notice.js";
import { requests } from "./requests.js";
import { roomCapacity } from "./room-capacity.js";
import { rotaStability } from "./rota-stability.js";
import type { Rule } from "./rule.js";
import { serviceEquity } from "./service-equity.js";
import { shiftCount } from "./shift-count.js";
import { shiftSuccession } from "./shift-succession.js";
import { splitDuty } from "./split-duty.js";
import { staffOverlap } from "./staff-overlap.js";
import { travelTime } from "./travel-time.js";
import { visitHosting } from "./visit-hosting.js";
import { weekdayRotation } from "./weekday-rotation.js";
import { weekendsWorked } from "./weekends-worked.js";
import { weeklyHours } from "./weekly-hours.js";
import { weeklyRest } from "./weekly-rest.js";
import { workBreak } from "./work-break.js";
import { workloadShare } from "./workload-share.js";

/** Every rule, in the order in which people read of them. The only place that lists them. */
export const CATALOG: readonly Rule[] = [
  staffOverlap,
  availability,
  allowedOffice,
  closures,
  deskCapacity,
  roomCapacity,
  departmentSeparation,
  pins,
  officeChanges,
  splitDuty,
  eveningCount,
  eveningWeekday,
  eveningSpacing,
  eveningAreaSpread,
  eveningHolidayEve,
  eveningRhythm,
  eveningCover,
  openingCover,
  breakCover,
  demandCover,
  demandTarget,
  departmentGap,
  demandSurplus,
  visitHosting,
  serviceEquity,
  dailyHours,
  weeklyHours,
  averageHours,
  periodHours,
  dailyRest,
  weeklyRest,
  consecutiveDays,
  consecutiveDaysOff,
  weekendsWorked,
  workBreak,
  shiftCount,
  shiftSuccession,
  eveningShare,
  weekdayRotation,
  workloadShare,
  departmentHours,
  departmentShare,
  officeRotation,
  officeContinuity,
  preferences,
  requests,
  travelTime,
  openingSurplus,
  openingHandovers,
  monthlyBudget,
  rotaStability,
  publicationNotice,
];
