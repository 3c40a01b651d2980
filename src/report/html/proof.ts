import type { Text } from "../../domain/text.js";
import type { Report, ReportTier } from "../../outputs/report.js";
import { MADE_ROTAS, percentWords, speaksOfMade, stopWords, TELLING_GAP } from "../words.js";

/** How good the rota is proved to be, for somebody who has never heard of bounds and gaps. */
export function proofWords(report: Report): Text[] {
  const [hard, soft] = [1, 2].map((number) => report.tiers.find(({ tier }) => tier === number));
  return [
    ...stopWords(report),
    ...(hard ? [hardWords(hard)] : []),
    ...(soft ? [softWords(soft)] : []),
    ...(report.tiers.some(speaksOfMade) ? [MADE_ROTAS] : []),
  ];
}

function hardWords({ incumbent, bound, gap, ofAllRotas }: ReportTier): Text {
  if (incumbent === 0) {
    return {
      en: "Every requirement is met.",
      sv: "Alla krav är uppfyllda.",
    };
  }
  if (bound >= incumbent) {
    return ofAllRotas
      ? {
          en: "Some requirements are not met. It is proved that no rota could meet more of them: the people and times that there are do not suffice. To change that, something must be added or a requirement eased.",
          sv: "Några krav är inte uppfyllda. Det är bevisat att inget schema kan uppfylla mer av dem: de personer och tider som finns räcker inte. För att ändra det måste något läggas till eller ett krav mildras.",
        }
      : {
          en: "Some requirements are not met. It is proved that none of the rotas that rota compares meets more of them.",
          sv: "Några krav är inte uppfyllda. Det är bevisat att inget av de scheman som rota jämför uppfyller mer av dem.",
        };
  }
  if (gap > TELLING_GAP) {
    return {
      en: "Some requirements are not met. Whether another rota could meet more of them is not known; a longer search may tell.",
      sv: "Några krav är inte uppfyllda. Om ett annat schema kan uppfylla mer av dem är inte känt; en längre sökning kan ge svar.",
    };
  }
  const percent = percentWords(gap);
  return {
    en: `Some requirements are not met. It is proved that none of the rotas that rota compares does away with more than ${percent.en} of what is missing.`,
    sv: `Några krav är inte uppfyllda. Det är bevisat att inget av de scheman som rota jämför får bort mer än ${percent.sv} av det som fattas.`,
  };
}

function softWords({ incumbent, bound, gap }: ReportTier): Text {
  if (incumbent === 0) {
    return { en: "All wishes are met.", sv: "Alla önskemål är uppfyllda." };
  }
  if (bound >= incumbent) {
    return {
      en: "Not all wishes are met. It is proved that none of the rotas that rota compares meets them better than this one.",
      sv: "Alla önskemål är inte uppfyllda. Det är bevisat att inget av de scheman som rota jämför uppfyller dem bättre än det här.",
    };
  }
  if (gap > TELLING_GAP) {
    return {
      en: "Some wishes are not met. How much better they could be met is not known; a longer search may tell.",
      sv: "Några önskemål är inte uppfyllda. Hur mycket bättre de kan uppfyllas är inte känt; en längre sökning kan ge svar.",
    };
  }
  const percent = percentWords(gap);
  return {
    en: `Some wishes are not met, but it is proved that none of the rotas that rota compares meets them more than ${percent.en} better.`,
    sv: `Några önskemål är inte uppfyllda, men det är bevisat att inget av de scheman som rota jämför uppfyller dem mer än ${percent.sv} bättre.`,
  };
}

/** What the points of a tier are and where the bound comes from, with the figures. */
export function pointsWords(
  { tier, incumbent, bound }: ReportTier,
  number: (value: number) => Text,
): Text {
  const [points, least] = [number(incumbent), number(bound)];
  const what =
    tier === 1 ? { en: "hard rules", sv: "hårda regler" } : { en: "wishes", sv: "önskemål" };
  return {
    en: `Minus points for ${what.en}: ${points.en} in this rota; none of the rotas that rota compares has fewer than ${least.en}.`,
    sv: `Minuspoäng för ${what.sv}: ${points.sv} i det här schemat; inget av de scheman som rota jämför har färre än ${least.sv}.`,
  };
}
