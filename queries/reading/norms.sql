/*
answers = "How many words a minute does each set of norms ask for, and where is its line of risk?"
grain   = "one row per set, language, grade and round; language null: any"
columns = ["norm_set", "language", "grade", "round", "benchmark", "at_risk"]
params  = {}
*/
select
    norm_set,
    language,
    grade,
    round,
    max(benchmark) as benchmark,
    max(at_risk) as at_risk

from core_reading_norms

group by
    norm_set,
    language,
    grade,
    round

order by
    norm_set,
    language nulls last,
    grade,
    round
