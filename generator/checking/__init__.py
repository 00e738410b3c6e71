"""What must hold between the files. Each rule takes the files and yields problems; none raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checking.audits import formulas_can_be_worked_out, units_fit
from generator.checking.coverage import elections_are_whole, every_indicator_entered, reports_are_named, something_is_entered
from generator.checking.evidence import figures_are_evidenced, footnotes_are_where_cited, reports_are_indexed
from generator.checking.formulas import formulas_hold
from generator.checking.once import all_stand_once
from generator.checking.references import ids_exist, sources_exist
from generator.checking.site import charts_have_one_scale, pairs_are_of_two
from generator.checking.stations import control_sums_agree, rows_are_whole, stations_stand_once
from generator.checking.threads import every_number_there_once, followups_point_at_numbers, met_is_shown, threads_are_used
from generator.checking.translations import languages_are_known, translations_keep_figures
from generator.checking.values import values_fit_their_units
from generator.files import Files
from generator.problems import Problem

Rule = Callable[[Files], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    something_is_entered,
    every_indicator_entered,
    elections_are_whole,
    reports_are_named,
    all_stand_once,
    ids_exist,
    sources_exist,
    values_fit_their_units,
    formulas_hold,
    formulas_can_be_worked_out,
    units_fit,
    charts_have_one_scale,
    pairs_are_of_two,
    reports_are_indexed,
    footnotes_are_where_cited,
    every_number_there_once,
    followups_point_at_numbers,
    threads_are_used,
    met_is_shown,
    rows_are_whole,
    stations_stand_once,
    control_sums_agree,
    translations_keep_figures,
    languages_are_known,
)


def check(files: Files) -> list[Problem]:
    """Every problem that any rule finds, besides those the files have on their own."""
    problems = [problem for rule in RULES for problem in rule(files)]
    places = {problem.place for problem in problems}
    # What is wrong in itself need not be looked up in a report as well.
    return problems + [problem for problem in figures_are_evidenced(files) if problem.place not in places]
