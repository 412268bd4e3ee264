// What is told of trials when a scene about them is revealed.
import { block } from "./block.js";
import { noteFor, shortFigure, trialFor } from "./evidence.js";
import { capitalize, fillPattern } from "./sentences.js";

/** @typedef {import("./block.js").Block} Block */
/** @typedef {import("./pathway.js").Pathway} Pathway */

const FITS = { yes: "\u2713", unknown: "?", no: "\u2715" };

/** Trials, figures of them, and what others recommend: what was compared, and whether it speaks for the profile. @param {Pathway} pathway @param {string[]} ids @returns {Block[]} */
export function evidenceBlocks(pathway, ids) {
  const { words, trials, figures, notes } = pathway.guide.evidence;
  const told = ids.flatMap((id) => {
    if (Object.hasOwn(figures, id)) return [block("p", "", shortFigure(words, figures[id]))];
    if (!Object.hasOwn(trials, id) && !Object.hasOwn(notes, id)) return []; // a browser that cannot unpack them, or the copy of a guide
    const isTrial = Object.hasOwn(trials, id);
    const { match, sentence, head, told, rest } = isTrial ? trialTold(pathway, id) : noteTold(pathway, id);
    return [
      block("h3", "pp-about", head),
      block("p", "", told),
      block("p", "pp-fit", `${FITS[match.fit]} ${sentence}`),
      ...(rest ? [block("p", "", rest)] : []),
    ];
  });
  const several = ids.filter((id) => Object.hasOwn(trials, id)).length > 1;
  return [...told, ...(several ? [block("p", "", words.no_ranking)] : [])];
}

/** @param {Pathway} pathway @param {string} id */
function trialTold(pathway, id) {
  const trial = trialFor(pathway, id);
  return {
    ...trial,
    head: trial.title,
    told: `${trial.compared}. ${trial.inWhom}`,
    rest: trial.remarks.join(" "),
  };
}

/** @param {Pathway} pathway @param {string} id */
function noteTold(pathway, id) {
  const { words } = pathway.guide.evidence;
  const note = noteFor(pathway, id);
  const { strongly, how, text, beyond } = note;
  return {
    ...note,
    told: `${capitalize(strongly)}: ${text} (${how})`,
    rest: beyond && fillPattern(words.beyond, { beyond }),
  };
}
