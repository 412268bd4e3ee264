"""What the patient guide names, in lists: headings, words a row must hold, terms, levels."""

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
repeat_testing: new round of tests; treatment options; surgery; combination; pace
active_surveillance: watchful waiting; watch-and-wait; low-grade; imaging; CT; MRI; blood tests
active_surveillance: physical exam; spreads; grows
surgery: most common; healthy tissue; margin; surgical oncologist; inoperable; unresectable
surgery: weakness; fatigue; pain; hospital; one month; special diet; enzyme; PERT; hormones
surgery: diabetes; insulin; grade 1; grade 2; metastases; symptoms; come back; does not cure
surgery: some symptoms; palliative
enucleation: nothing but the tumor; only the tumor
whipple: head of the pancreas; small intestine; bile duct; stomach; digestive tract; biliary system
distal_pancreatectomy: tail; body; spleen; splenectomy; most common
debulking: completely; does not cure; ease symptoms; surgical oncologist
follow_up: no further treatment; grade 1; grade 2; remission
ssa: octreotide; lanreotide; hormone; insulin; glucagon; shrink; high blood sugar; gallstones
ssa: bloating; nausea; digestive system; first treatment recommended; medical oncologist
ssa: alone or together; grade 3; somatostatin receptors
octreotide: Sandostatin; short-acting; long-acting; under the skin; subcutaneous; intramuscular
lanreotide: Somatuline; long-acting; under the skin; subcutaneous
prrt: Peptide receptor radionuclide therapy; radioactive; somatostatin receptors; infusion; trials
prrt: FDA; advanced; PET; white blood cells; red blood cells; platelets; nausea; fatigue; kidney
prrt: blood cancer; may follow; grade 3; medical oncologist; digestive tract; GI
prrt: leukemia; myelodysplastic syndrome; 68Ga-DOTATATE
lutetium_dotatate: Lutathera; FDA; GI; PET; advanced; white blood cells; red blood cells; platelets
lutetium_dotatate: high blood sugar; nausea; vomiting; fatigue; rare but serious; kidney
lutetium_dotatate: blood cancer; myelodysplastic syndrome; leukemia
chemotherapy: CAPTEM; cycles; schedule; dividing; fatigue; infection; nausea; vomiting; hair loss
chemotherapy: appetite; diarrhea; dose; usually go away; one drug at a time; medical oncologist
chemotherapy: ease symptoms; somatostatin receptors
captem: capecitabine; Xeloda; temozolomide; Temodar; most common
capeox: capecitabine; Xeloda; oxaliplatin; Eloxatin
folfox: fluorouracil; 5-FU; oxaliplatin; Eloxatin
platinum_etoposide: carboplatin; cisplatin; etoposide; generic; intravenous; carcinoma; grade 3
targeted_therapy: everolimus; sunitinib; belzutifan; FDA; genes; proteins; healthy cells; by mouth
targeted_therapy: gene mutation; locally advanced; metastatic; blood vessels; survival pathways
targeted_therapy: trials; significantly; store; VHL; alone or together; two; third
targeted_therapy: somatostatin receptors
everolimus: Afinitor; mTOR; mouth sores; fatigue; diarrhea; rash; by mouth; every day; FDA
everolimus: locally advanced; metastatic; significantly; mutation; medical oncologist; store
everolimus: two; three; this one first
sunitinib: Sutent; VEGF; angiogenesis; diarrhea; nausea; vomiting; fatigue; blood pressure; mouth
sunitinib: FDA; locally advanced; metastatic; significantly; mutation; medical oncologist; store
sunitinib: two; three; this one second
belzutifan: Welireg; HIF2a; VHL; surgery at once
liver_directed: interventional radiologist; one night; pain; fever; liver enzymes; weeks
rfa: RFA; small metastases; larger; electric current; heat; interventional radiologist
embolization: hepatic artery; blood supply; not clear; mostly in the liver; hormones; size
embolization: may be used; in particular; interventional radiologist
bland_embolization: by itself
chemoembolization: chemotherapy
radioembolization: radiation
radiation: x-rays; particles; radiation oncologist; External-beam; radioembolization; PRRT; schedule
radiation: palliative; metastatic; neither a stage nor a kind
external_beam: machine; outside the body; most common; not regularly used; ease; metastatic
external_beam: radiation oncologist; schedule; palliative; no stage
immunotherapy: not currently recommended
immunotherapy: immune system; natural defenses; interferon alfa-2b
interferon_alfa: Intron A; in the past; not currently recommended
supportive_care: palliative; any age; stage; diagnosis; quality of life; nutrition; relaxation
supportive_care: spiritual; emotional; medication; families; social worker; support groups
supportive_care: financial navigator; counselor
clinical_trial: new drug; dose; every stage; safe; standard; encouraged
second_opinion: before treatment; experience; differ; comfortable
hospice: six months; at home; hospice center; nursing care; special equipment; advanced
hospice: cured; controlled; palliative care team
""",
    "team": """
surgical_oncologist: operating
medical_oncologist: medication; prescribes
radiation_oncologist: radiation therapy
interventional_radiologist: experience; liver
experienced_doctor: experience; metastatic
care_team: oncologists
palliative_care_team: hospice
physician_assistant: doctor
nurse_practitioner: nurse
oncology_nurse: cancer
social_worker: daily life
pharmacist: medicines
counselor: cope; financial
financial_navigator: costs; insurance
dietitian: eat
physical_therapist: move
occupational_therapist: everyday
""",
    "topics": """
considering_side_effects: side effects
considering_preferences: prefers
considering_health: health
considering_goals: goals; choose
standard_of_care: best treatments known; United States
options_differ_by_place: place
joining_a_trial: clinical trials; all stages; metastatic
care_team: multidisciplinary; physician assistant; nurse practitioner; oncology nurse; counselor
care_team: social worker; pharmacist; dietitian; physical therapist; occupational therapist
deciding_factors: primary tumor; stage; grade; differentiation; hormones; somatostatin receptors
deciding_factors: 68Ga-DOTATATE PET; side effects; wishes; overall health
shared_decisions: shared decision-making; goals
combining_treatments: one medication; surgery; radiation; chemotherapy; alone or together
surgery_not_possible: inoperable; unresectable; debulking; cure
life_without_pancreas_tissue: digest; special diet; enzymes; PERT; hormones; diabetes; insulin
relieving_symptoms: surgery; chemotherapy; radiation; medication; nutrition; spiritual
medication: systemic; local; vein; IV; muscle; IM; skin; SC; pill; capsule; medical oncologist
medicine_at_home: store; handle
drug_interactions: herbs; supplements; over-the-counter; prescribed; side effects; work less well
telling_the_team: symptoms; side effects; quickly
costs_and_support: insurance; financial navigator; counselor; social worker; support group
metastatic: somatostatin analogs; PRRT; chemotherapy; targeted therapy; grade 3; embolization
metastatic: surgery; may not be needed; radiation
doctors_differ: second opinion; experience
emotional_support: nurses; social workers; support group; peer support
guideline: ASCO; gastroenteropancreatic
remission: no evidence of disease; NED; permanent; temporary; worry
recurrence: recurrent; local; regional; distant
treating_a_recurrence: tests; clinical trials; palliative
feelings_at_recurrence: disbelief; fear
when_treatment_does_not_work: advanced; incurable; honest; pain
planning_ahead: in writing; future care; planned
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
life expectancy; lymph node; neck of the pancreas; palliative care team
"""

LEVELS = """
site: head body tail; grade: G1 G2 G3; differentiation: well poor
function: functional nonfunctional; sstr: positive negative
extent: localized locally_advanced metastatic
resectability: resectable partly_resectable unresectable
liver: none small large; liver_share: no yes; growth: not_compared stable growing rapid
symptoms: none hormonal mass both; vhl: no yes
life_expectancy: six_months_or_more under_six_months; course: first returned retested
removed: no yes; surgery_timing: can_wait immediate; prior_ssa: no yes
"""
