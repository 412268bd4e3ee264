// The guide's document, by tests/front/guide_types.py from its schema.

export type Condition = [place: number, codes: number[]];

export interface Level {
  id: string;
  label: string;
  phrase: string;
  definition: string;
}

export interface Factor {
  id: string;
  subject: string;
  label: string;
  question: string;
  fixed: boolean;
  proposed: boolean;
  sections: string[];
  levels: Level[];
  help: string;
  group: string;
  source: string;
  section: string;
}

export interface Row {
  treatments: string[];
  status: string;
  inferred: boolean;
  words: string;
  tells: string;
  mark: string;
  aims: string[];
  why: string;
  when: Condition[];
  ours: number[];
  root: number;
  sections: string[];
  places: number[];
  offers: boolean;
}

export interface Treatment {
  id: string;
  label: string;
  phrase: string;
  memberOf: string;
  alsoFormOf: string[];
  depth: number;
  isService: boolean;
  status: number;
  inferred: number;
  deciding: [number, number, number?][];
  own: number[];
  parts: number[];
  ours: [number, number][];
  sections: string[];
  kind: string;
  verb: Record<string, string>;
}

export interface Combination {
  treatments: string[];
  how: string;
  place: number;
  label: string;
  root: number;
}

export interface Step {
  label: string;
  inferred: boolean;
  root: number;
  answers: number[];
}

export interface Arrow {
  origin: string;
  target: string;
  root: number;
  labels: Record<string, number>;
  steps: Step[];
  throughout: boolean;
  ends: [string, string];
}

export interface Scene {
  title: string;
  story: string;
  question: string;
  about: string[];
  sections: string[];
  codes: number[];
}

export interface Case {
  id: string;
  label: string;
  scenes: Scene[];
}

export interface Guide {
  format: "pnet_paths guide";
  version: 1;
  subject: string;
  footer: string;
  patterns: Record<string, string>;
  statuses: Record<string, { symbol: string; word: string; meaning: string; ink: string; }>;
  ranks: string[];
  byRanks: string[];
  factors: Factor[];
  impossible: { when: Condition[]; reason: string; }[];
  nodes: number[];
  space: number;
  unlikely: { root: number; places: number[]; }[];
  rows: Row[];
  treatments: Treatment[];
  combinations: Combination[];
  arrows: Arrow[];
  asked: string[];
  starts: string[];
  assumed: number[];
  presets: { label: string; codes: number[]; }[];
  considerations: { label: string; text: string; }[];
  cases: Case[];
  cards: { treatments: Record<string, any>; arrows: Record<string, any>; glossary: { pattern: string; names: Record<string, string>; definitions: Record<string, string>; }; };
  looks: any;
  drawing: { ranks: { path: string[][]; map: string[][]; }; pieces: Record<string, string>; widths: Record<string, number>; sizes: Record<string, any>; column: { widths: Record<string, number>; answers: Record<string, number[][]>; graph: Record<string, Record<string, string>>; }; hall: Record<string, number>; graph: Record<string, Record<string, string>>; looks: any; inks: Record<string, string>; across: string[]; foot: string; answers: Record<string, number[][]>; };
}
