"""The tables against a list of what the patient guide names: nothing that it says may be lost."""

import csv
import re

import pytest

from pnet_paths.tables import packaged_folder

HEADINGS = """
Types of Treatment; How a pancreas NET is treated; Active surveillance; Surgery
Therapies using medication; Somatostatin analogs; Targeted therapy; Chemotherapy
Peptide receptor radionuclide therapy (PRRT); Immunotherapy; Radiation therapy
Liver-directed treatment; Physical, emotional, social, and financial effects of a pancreas NET
Metastatic pancreas NETs; Remission and the chance of recurrence; If treatment does not work
"""

# A row (its first cell), and what the guide names that must stand in the row's other cells.
MENTIONS = {
    "treatments": """
repeat_testing: new round of tests; treatment options
active_surveillance: watchful waiting; watch-and-wait; low-grade; imaging; CT; MRI; blood tests
active_surveillance: physical exam; spreads
surgery: most common; healthy tissue; margin; surgical oncologist; inoperable; unresectable
surgery: weakness; fatigue; pain; hospital; one month; special diet; enzyme; PERT; hormones
surgery: diabetes; insulin; grade 1; grade 2; metastases
enucleation: nothing but the tumor; only the tumor
whipple: head of the pancreas; small intestine; bile duct; stomach; digestive tract; biliary system
distal_pancreatectomy: tail; body; spleen; splenectomy; most common
debulking: completely; does not cure; ease symptoms
follow_up: no further treatment; grade 1; grade 2; remission
ssa: octreotide; lanreotide; hormone; insulin; glucagon; shrink; high blood sugar; gallstones
ssa: bloating; nausea; digestive system; recommended first; medical oncologist
octreotide: Sandostatin; short-acting; long-acting; under the skin; subcutaneous; intramuscular
lanreotide: Somatuline; long-acting; under the skin; subcutaneous
prrt: Peptide receptor radionuclide therapy; radioactive; somatostatin receptors; infusion; trials
lutetium_dotatate: Lutathera; FDA; GI; PET; advanced; white blood cells; red blood cells; platelets
lutetium_dotatate: high blood sugar; nausea; vomiting; fatigue; rare but serious; kidney
lutetium_dotatate: blood cancer; myelodysplastic syndrome; leukemia
chemotherapy: CAPTEM; cycles; schedule; dividing; fatigue; infection; nausea; vomiting; hair loss
chemotherapy: appetite; diarrhea; dose; usually go away; one drug at a time; medical oncologist
captem: capecitabine; Xeloda; temozolomide; Temodar; most common
capeox: capecitabine; Xeloda; oxaliplatin; Eloxatin
folfox: fluorouracil; 5-FU; oxaliplatin; Eloxatin
platinum_etoposide: carboplatin; cisplatin; etoposide; generic; intravenous; carcinoma; grade 3
targeted_therapy: everolimus; sunitinib; belzutifan; FDA; genes; proteins; healthy cells; by mouth
targeted_therapy: gene mutation; locally advanced; metastatic; blood vessels; survival pathways
targeted_therapy: trials; significantly; store
everolimus: Afinitor; mTOR; mouth sores; fatigue; diarrhea; rash; by mouth; every day
sunitinib: Sutent; VEGF; angiogenesis; diarrhea; nausea; vomiting; fatigue; blood pressure; mouth
belzutifan: Welireg; HIF2a; VHL; surgery at once
liver_directed: interventional radiologist; one night; pain; fever; liver enzymes; weeks
rfa: RFA; small metastases; larger; electric current; heat
embolization: hepatic artery; blood supply; not clear; mostly in the liver; hormones; size
bland_embolization: by itself
chemoembolization: chemotherapy
radioembolization: radiation
radiation: x-rays; particles; radiation oncologist; External-beam; radioembolization; PRRT; schedule
external_beam: machine; outside the body; most common; not regularly used
immunotherapy: immune system; natural defenses; interferon alfa-2b
interferon_alfa: Intron A; in the past; not currently recommended
supportive_care: palliative; any age; stage; diagnosis; quality of life; nutrition; relaxation
supportive_care: spiritual; emotional; medication; families; social workers; support groups
supportive_care: financial navigator; counselor
clinical_trial: new drug; dose; every stage; safe; standard; encouraged
second_opinion: before treatment; experience; differ; comfortable
hospice: six months; at home; hospice center; nursing care; special equipment; advanced
""",
    "topics": """
standard_of_care: best treatments known; United States
options_differ_by_place: place
joining_a_trial: clinical trials; all stages; metastatic
care_team: multidisciplinary; physician assistant; nurse practitioner; oncology nurse; counselor
care_team: social worker; pharmacist; dietitian; physical therapist; occupational therapist
deciding_factors: primary tumor; stage; grade; differentiation; hormones; somatostatin receptors
deciding_factors: 68Ga-DOTATATE PET; side effects; wishes; overall health
shared_decisions: shared decision-making; goals
combining_treatments: one medication; surgery; radiation
medication: systemic; local; vein; IV; muscle; IM; skin; SC; pill; capsule; medical oncologist
medicine_at_home: store; handle
drug_interactions: herbs; supplements; over-the-counter; prescribed; side effects; work less well
telling_the_team: symptoms; side effects; quickly
costs_and_support: insurance; financial navigator; counselor; social worker; support group
metastatic: somatostatin analogs; PRRT; chemotherapy; targeted therapy; grade 3; embolization
doctors_differ: second opinion; experience
emotional_support: nurses; social workers; support group; peer support
guideline: ASCO; gastroenteropancreatic
remission: no evidence of disease; NED; permanent; temporary; worry
recurrence: recurrent; local; regional; distant
treating_a_recurrence: tests; clinical trials; palliative
feelings_at_recurrence: disbelief; fear
when_treatment_does_not_work: advanced; incurable; honest; pain
planning_ahead: in writing
hospice_care: six months; at home
grief: loss
""",
}

DEFINED = """
68Ga-DOTATATE PET; ablation; active surveillance; advanced; angiogenesis; bile duct; biliary system
carcinoma; chemotherapy; clinical trial; CT; cycle; debulking; diabetes; differentiation
distal pancreatectomy; embolization; enucleation; enzyme; external-beam radiation therapy
FDA approved; functional; nonfunctional; gallstones; gene mutation; generic drug; glucagon; grade
G1; G2; G3; hepatic artery; HIF2a; hormone; hospice; imaging; immune system; immunotherapy; infusion
insulin; interventional radiologist; intramuscular; IM; intravenous; IV; subcutaneous; SC; orally
leukemia; liver enzymes; local therapy; localized; locally advanced; margin; medical oncologist
metastasis; metastases; metastatic; MRI; mTOR; multidisciplinary team; myelodysplastic syndrome
neuroendocrine tumor; NET; oncologist; palliative; pancreas; PERT; PET scan; platelets
white blood cells; red blood cells; poorly differentiated; well differentiated; primary tumor; PRRT
quality of life; radiation oncologist; radiation therapy; radioactive; receptor; recurrence; regimen
remission; NED; resectable; unresectable; RFA; inoperable; second opinion; shared decision-making
side effect; somatostatin; somatostatin analog; SSA; somatostatin receptor; spleen; splenectomy
stage; standard of care; supportive care; surgical oncologist; systemic therapy; targeted therapy
VEGF; VHL syndrome; von Hippel-Lindau syndrome; Whipple procedure; ASCO; capecitabine; temozolomide
oxaliplatin; fluorouracil; 5-FU; carboplatin; cisplatin; etoposide; CAPTEM; CAPEOX; FOLFOX; platinum
life expectancy
"""

REQUIRED = {
    "treatments": "treatment label kind place summary source section",
    "glossary": "term definition source section",
    "topics": "topic label text place source section",
}
KINDS = {"approach", "procedure", "drug", "regimen", "service", "group"}


def read(table: str) -> list[dict[str, str]]:
    with (packaged_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def split(text: str, mark: str = ";") -> list[str]:
    return [part.strip() for part in text.replace("\n", mark).split(mark) if part.strip()]


def mentions() -> list[tuple[str, str, str]]:
    found = []
    for table, lines in MENTIONS.items():
        for line in lines.strip().splitlines():
            name, words = line.split(":", 1)
            found += [(word, table, name) for word in split(words)]
    return found


def names() -> list[str]:
    rows = read("glossary")
    return [name.casefold() for row in rows for name in [row["term"], *split(row["also"], "|")]]


def cited() -> set[str]:
    rows = [row for path in packaged_folder().glob("*.csv") for row in read(path.stem)]
    return {name for row in rows for name in split(row.get("section") or "", " | ")}


def test_every_heading_is_cited_and_nothing_else():
    assert cited() == set(split(HEADINGS))


@pytest.mark.parametrize(("word", "table", "name"), mentions())
def test_what_the_guide_names_is_in_its_row(word, table, name):
    (row,) = [row for row in read(table) if next(iter(row.values())) == name]
    cells = [cell for column, cell in list(row.items())[1:] if column not in {"source", "section"}]
    assert re.search(rf"\b{re.escape(word)}(s|ly)?\b", " / ".join(cells), re.IGNORECASE)


def test_the_list_speaks_of_every_treatment():
    listed = {name for _, table, name in mentions() if table == "treatments"}
    assert {row["treatment"] for row in read("treatments")} == listed


def test_treatments_form_a_tree_in_reading_order():
    rows = read("treatments")
    parents = {row["member_of"] for row in rows} - {""}
    assert {row["treatment"] for row in rows if row["kind"] == "group"} == parents
    assert {row["kind"] for row in rows} == KINDS
    assert [row["place"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert all(bool(row.get("rank") or row.get("drawn")) != bool(row["member_of"]) for row in rows)


@pytest.mark.parametrize("table", REQUIRED)
def test_required_cells_are_filled(table):
    blank = [
        (number, column)
        for number, row in enumerate(read(table), start=2)
        for column in REQUIRED[table].split()
        if not row[column].strip()
    ]
    assert blank == []


def test_no_term_or_alias_stands_twice():
    assert sorted(set(names())) == sorted(names())


@pytest.mark.parametrize("term", split(DEFINED))
def test_term_is_explained(term):
    assert term.casefold() in names()
