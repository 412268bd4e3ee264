// What Python hands over, by tests/front/guide_types.py from its models.

/** All steps between two ends, with the roots of where any of them is taken. */
export type Arrow = {
  origin: string;
  target: string;
  ends: Ends;
  /** Whether it runs at every stage: no arrow of a way. */
  throughout: boolean;
  root: number;
  /** The root of where any step of a label is taken, by label. */
  labels: Record<string, number>;
  steps: Step[];
  /** The answers that it leaves from in a blank drawing; none where all lead on. */
  blankAnswers: string[];
  /** Whether no step is stated. */
  blankInferred: boolean;
};

/** What the card of an arrow says. */
export type ArrowCard = {
  title: string;
  steps: ArrowCardStep[];
  /** Its steps, one a line. */
  tip: string;
  /** The publisher of the source. */
  source: string;
  section: string;
};

/** A step of an arrow in words. */
export type ArrowCardStep = {
  label: string;
  when: string;
  inferred: boolean;
};

/** An answer that can be chosen. */
export type AskedChoice = {
  text: string;
  right: boolean;
  /** Why it is right or not. */
  because: string;
  /** The id of the treatment or factor that it names; empty where it names a change. */
  about: string;
};

/** A question, with the profile that it is about. */
export type AskedQuestion = {
  /** The same on every page: see `question_id`. */
  id: string;
  kind: string;
  /** The id of a treatment or factor. */
  topic: string;
  text: string;
  /** How many facts must be considered: questions are sorted by it, from easy to hard. */
  considered: number;
  /** The places of the factors whose facts decide. */
  decides: number[];
  /** For each factor the code of its level, -1 where it is not known. */
  codes: number[];
  choices: AskedChoice[];
  /** The deciding facts in words, for teachers; in a page alone. */
  facts: string;
  /** What is asked, without the facts; in a page alone. */
  asked: string;
};

/** Where an axis begins and ends, and what stands along it. */
export type Axis = {
  low: number;
  high: number;
  ticks: number[];
  label: string;
};

/** One arm: a bar up to ``value``, none where that is not reached. */
export type Bar = {
  arm: string;
  value: number | null;
  low: number | null;
  high: number | null;
  text: string;
};

export type CardField = [name: string, text: string];

/** The cards by treatment, and by the ends of an arrow with a hyphen between. */
export type Cards = {
  treatments: Record<string, TreatmentCard>;
  arrows: Record<string, ArrowCard>;
  glossary: Terms;
};

/** A case, scene by scene. */
export type Case = {
  id: string;
  label: string;
  scenes: Scene[];
};

/** What is otherwise in a drawing in one column. */
export type Column = {
  widths: Record<string, number>;
  answers: Record<string, number[][]>;
  graph: GraphAttributes;
};

/** Treatments that the guide names together. */
export type Combination = {
  treatments: string[];
  how: string;
  /** The place of ``how`` among the ways to combine. */
  place: number;
  label: string;
  root: number;
};

export type Condition = [place: number, codes: number[]];

/** What the guide names without a rule. */
export type Consideration = {
  label: string;
  text: string;
};

export type DecidingRow = [row: number, decides: number, waits: number];

/** What drawings are made of. */
export type DrawingData = {
  ranks: Ranks;
  /** All ids from left to right, whatever the rank. */
  across: string[];
  /** Markup of labels, with places in braces. */
  pieces: Record<string, string>;
  /** Characters in a line of each kind of text. */
  widths: Record<string, number>;
  /** Of type, in points. */
  sizes: Record<string, number>;
  column: Column;
  /** Widths of a drawing for a lecture hall, where they are other ones. */
  hall: Record<string, number>;
  /** The answers of each question in rows, as codes of levels. */
  answers: Record<string, number[][]>;
  graph: GraphAttributes;
  looks: PartLooks;
  /** The rows of markup at the foot of a file. */
  foot: string;
  /** Of texts and lines, and by status. */
  inks: Record<string, string>;
};

export type Ends = [origin: string, target: string];

/** What stands behind a guide's treatments, by id; empty for a guide without evidence. */
export type Evidence = {
  words: Record<string, string>;
  /** What the words beside figures mean. */
  terms: Record<string, string>;
  trials: Record<string, EvidenceTrial>;
  figures: Record<string, EvidenceFigure>;
  notes: Record<string, EvidenceNote>;
  treatments: Record<string, EvidenceBehind>;
};

/** What stands behind one treatment, the trials by their years. */
export type EvidenceBehind = {
  trials: EvidenceRole[];
  /** The axis of its forest plot. */
  axis: Axis | null;
  notes: string[];
};

/** One thing that was asked for, and the factors that tell of it. */
export type EvidenceCriterion = {
  words: string;
  tellers: EvidenceTeller[];
  /** Whether it is met where no factor tells. */
  always: Fit;
};

/** A figure of both arms, and where it was read. */
export type EvidenceFigure = {
  row: number;
  endpoint: string;
  /** Of whom, and which analysis. */
  scope: string;
  arms: string[];
  values: string[];
  ratio: string;
  compared: string;
  p: string;
  read: string;
  addresses: string[];
  remarks: string[];
  /** What of the trial's people it counts, beside what the trial asked for. */
  who: EvidenceCriterion[];
  /** Whether it stands under its trial; else the table alone has it. */
  isMain: boolean;
  /** Its line of a forest plot. */
  line: Ratio | null;
  /** Its pair of bars. */
  pair: Pair | null;
};

export type EvidenceLink = [label: string, address: string];

/** What others recommended or decided. */
export type EvidenceNote = {
  document: string;
  date: string;
  /** How that stands to the guide's date. */
  when: string;
  /** The end of the name of its words: "option" of "strength_option". */
  strength: string;
  text: string;
  beyond: string;
  read: string;
  addresses: string[];
  who: EvidenceCriterion[];
};

export type EvidenceRole = [trial: string, iscomparator: boolean];

/** A factor that tells of a criterion, and the levels that meet it or do not. */
export type EvidenceTeller = {
  place: number;
  meets: number[];
  misses: number[];
};

/** A trial: what was compared, in whom, and where that is published. */
export type EvidenceTrial = {
  title: string;
  /** What was compared, in few words. */
  arms: string;
  compared: string;
  inWhom: string;
  remarks: string[];
  reference: string;
  links: EvidenceLink[];
  who: EvidenceCriterion[];
  /** The ids of its figures, in the order of their table. */
  figures: string[];
};

/** A fact of a profile. It is named by its place among the factors. */
export type Factor = {
  id: string;
  /** What its phrases speak of; empty where that is the guide's subject. */
  subject: string;
  label: string;
  question: string;
  help: string;
  group: string;
  /** The publisher of the source. */
  source: string;
  section: string;
  /** Whether it never changes. */
  fixed: boolean;
  /** Whether it may be proposed as what to find out next. */
  proposed: boolean;
  sections: string[];
  levels: Level[];
};

/** Whether a profile meets what was asked for. */
export type Fit = "yes" | "unknown" | "no";

/** Graphviz's attributes of a graph, its nodes and its edges. */
export type GraphAttributes = {
  graph: Record<string, string>;
  node: Record<string, string>;
  edge: Record<string, string>;
};

/** A treatment guide as one document, from which the front end answers everything. */
export type Guide = {
  format: "pnet_paths guide";
  version: 1;
  subject: string;
  footer: string;
  /** Sentences with places in braces. */
  patterns: Record<string, string>;
  /** From the strongest to none. */
  statuses: Record<Status, StatusLook>;
  /** The statuses that have a rank, the weakest first. */
  ranks: Status[];
  /** The statuses of what is offered, the strongest first. */
  offered: Status[];
  /** The statuses of what the guide speaks of and does not offer. */
  caveats: Status[];
  /** The status that stands for each set of ranks. */
  byRanks: (Status | "")[];
  factors: Factor[];
  impossible: Impossible[];
  /** Of each node its factor and, level by level, its branches: a set of ranks, or the count of ``byRanks`` plus how far before the node another one stands. */
  nodes: number[];
  /** The root of what can occur. */
  space: number;
  unlikely: Unlikely[];
  rows: Row[];
  treatments: Treatment[];
  combinations: Combination[];
  arrows: Arrow[];
  /** The factors that the flowchart asks for. */
  asked: string[];
  /** The factors at which the flowchart begins. */
  starts: string[];
  /** The profile that an exploration begins with. */
  assumed: number[];
  presets: Preset[];
  considerations: Consideration[];
  cards: Cards;
  looks: Looks;
  drawing: DrawingData;
  cases: Case[];
  evidence: Evidence;
};

/** The data of one guide in a page. */
export type GuidePart = {
  document: Guide;
  /** The same for pages with the same document. */
  id: string;
  /** What an address calls the guide; empty where it has no id. */
  name: string;
  /** The title of the guide. */
  guide: string;
  /** What the guide is called beside others. */
  short: string;
  /** The teacher's notes to the scenes of each case; empty in the page of students. */
  notes: Record<string, string[]>;
  questions: AskedQuestion[];
};

/** Facts that cannot all hold, and why. */
export type Impossible = {
  when: Condition[];
  reason: string;
};

/** A level of a factor; its code is its place in the factor. */
export type Level = {
  id: string;
  label: string;
  phrase: string;
  definition: string;
};

/** How arrows read. */
export type Looks = {
  arrows: Record<"taken" | "open" | "off", WayLook>;
};

export type Meaning = [place: number, code: number, there: number, levels: number[], inferred: boolean];

/** The data of a page, and of the guide that it shows first. */
export type PageData = {
  document: Guide;
  /** The same for pages with the same document. */
  id: string;
  /** What an address calls the guide; empty where it has no id. */
  name: string;
  /** The title of the guide. */
  guide: string;
  /** What the guide is called beside others. */
  short: string;
  /** The teacher's notes to the scenes of each case; empty in the page of students. */
  notes: Record<string, string[]>;
  questions: AskedQuestion[];
  /** The evidence of the document, which has none itself, packed; empty where there is none. */
  evidence: string;
  /** The parts of further guides, packed; empty where there is none. */
  others: string;
  /** What the guides are compared by; None where they cannot be compared. */
  sources: SourceData | null;
  title: string;
  /** To the students. */
  note: string;
  /** Whether keys can be printed. */
  keys: boolean;
  /** The part that is shown first. */
  start: string;
  /** Where the page will be found; empty where that is not known. */
  address: string;
  /** The QR code of the address, as attributes of an image. */
  code: Record<string, string> | null;
  /** The kinds of questions of each level; "" stands for all. */
  levels: Record<string, string[]>;
};

/** The two arms of one trial on an axis of their own. */
export type Pair = {
  outcome: string;
  trial: string;
  title: string;
  design: string;
  /** Whether the trial was made to compare its arms. */
  isCompared: boolean;
  axis: Axis;
  bars: Bar[];
};

/** Graphviz's attributes of groups (by status), questions and arrows (by state). */
export type PartLooks = {
  groups: Record<Status, Record<string, string>>;
  overview: Record<string, string>;
  start: Record<string, string>;
  blank: Record<string, string>;
  blankArrow: Record<string, string>;
  questions: Record<"taken" | "open" | "off" | "blank", Record<string, string>>;
  arrows: Record<"taken" | "open" | "off", Record<string, string>>;
  inferredArrow: Record<string, string>;
  overviewArrow: Record<string, string>;
};

/** A profile to begin with. */
export type Preset = {
  label: string;
  codes: number[];
};

/** What stands where: ids from the top and from left to right. */
export type Ranks = {
  path: string[][];
  map: string[][];
};

/** One hazard ratio: a mark at ``value``, a line from ``low`` to ``high`` where it has one. */
export type Ratio = {
  outcome: string;
  trial: string;
  title: string;
  compared: string;
  /** How many people, and what was not randomized; empty for a comparison of all people. */
  design: string;
  shape: string;
  value: number;
  low: number | null;
  high: number | null;
  text: string;
};

/** A row that says something of treatments. */
export type Row = {
  treatments: string[];
  /** The status that it gives; "waits" where it has treatments wait. */
  status: Status | "waits";
  offers: boolean;
  inferred: boolean;
  words: string;
  /** Its words but for the full why: two profiles for which they are the same do not differ. */
  tells: string;
  mark: string;
  aims: string[];
  why: string;
  when: Condition[];
  /** The factors that it asks for. */
  places: number[];
  /** The factors for which it asks and the source does not. */
  ours: number[];
  root: number;
  sections: string[];
};

/** A scene of a case, and the profile at that time. */
export type Scene = {
  title: string;
  story: string;
  question: string;
  /** The treatments and factors that the question is about. */
  about: string[];
  /** The trials, figures and notes that the question is about. */
  evidence: string[];
  sections: string[];
  codes: number[];
};

/** What a page needs to compare its guides. */
export type SourceData = {
  /** By the place of a guide and of another what the facts of the one say in the other. */
  translations: Meaning[][][];
  /** By the place of a guide what stands there for treatments that it does not have, by id. */
  counterparts: Record<string, string>[];
  /** The same of treatments of which it may say nothing. */
  silent: Record<string, string>[];
  /** The same of treatments to which it says no by what it names. */
  opposite: Record<string, string>[];
  titles: string[];
  /** When each guide was updated last; blank where it does not say. */
  dates: string[];
  /** The sentences. */
  patterns: Record<string, string>;
  /** What stands below a drawing, by its first guide, as rows of a label. */
  feet: string[];
  /** Graphviz's attributes of a card, by whether the sources agree. */
  borders: Record<string, Record<string, string>>;
  /** How many cards stand side by side. */
  inRow: number;
};

export type StatedRow = [row: number, root: number];

/** What a treatment can be for a profile, from the strongest offer to none. */
export type Status = "usual" | "option" | "later" | "depends" | "against" | "not_named";

/** How a status reads, and its ink. */
export type StatusLook = {
  symbol: string;
  word: string;
  meaning: string;
  ink: string;
};

/** A step of the guide. */
export type Step = {
  label: string;
  inferred: boolean;
  /** The answers that it asks for where it begins, as codes of levels. */
  answers: number[];
  root: number;
};

/** How the terms of a glossary are found in texts, and what they mean. */
export type Terms = {
  /** A regular expression, case ignored, for Python and JavaScript alike. */
  pattern: string;
  /** The term of each spelling, in lower case. */
  names: Record<string, string>;
  /** By term. */
  definitions: Record<string, string>;
};

/** A treatment, in reading order. */
export type Treatment = {
  id: string;
  label: string;
  /** Its name within a sentence. */
  phrase: string;
  /** The forms of verbs and of the pronoun for its name. */
  verb: Record<string, string>;
  memberOf: string;
  kind: string;
  alsoFormOf: string[];
  /** How many groups it stands in. */
  depth: number;
  /** Whether it runs beside everything, whatever the stage. */
  isService: boolean;
  /** The root of its status. */
  status: number;
  /** The root of what rests on inference alone. */
  inferred: number;
  /** Stated rows first. */
  deciding: DecidingRow[];
  /** The rows that name it, rule out its group or have it wait. */
  own: number[];
  /** The roots of where each of its words, marks and aims is told. */
  remarkRoots: number[];
  ours: StatedRow[];
  sections: string[];
};

/** What the card of a treatment says. */
export type TreatmentCard = {
  id: string;
  label: string;
  summary: string;
  /** The publisher of the source. */
  source: string;
  section: string;
  fields: CardField[];
  /** The labels of other groups that it counts among. */
  alsoFormOf: string;
  /** The labels of those that count among it so. */
  forms: string;
};

/** Facts that a clinician would hardly meet together. */
export type Unlikely = {
  /** The root of where they hold. */
  root: number;
  /** The factors that they speak of. */
  places: number[];
};

/** How the way of an arrow reads. */
export type WayLook = {
  word: string;
};
