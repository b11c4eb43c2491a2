"""`/data/<batch>/<file>/problems.xlsx`: what of one file goes back to the school to be mended."""

import io
from pathlib import PurePosixPath

from flask import Flask, Response, abort, send_file

from dashboard.errors import Unreadable, UserError
from dashboard.exports import problem_rows
from dashboard.exports.xlsx import MIME
from dashboard.i18n import t
from dashboard.importer import desk_report, own_layouts
from dashboard.importer.staged import apart
from dashboard.roles import BRING
from dashboard.settings import Settings
from dashboard.spec.batch import FileReport
from dashboard.spec.sheet import Sheet
from dashboard.store import audit, files
from dashboard.web.allowed import only
from dashboard.web.originals import own_name
from dashboard.web.site import Site
from dashboard.web.spoken import spoken_here

TAKEN = "problem_rows_taken"


def register_routes(server: Flask, site: Site) -> None:
    @server.get("/data/<batch>/<int:number>/problems.xlsx")
    @only(site, BRING)
    def problems(batch: str, number: int) -> Response:
        file = _file(batch, number, site.settings)
        try:
            return _answer(file, site)
        except UserError as error:
            words = t(error.key, spoken_here(site.settings), **error.about)
            return Response(words, 404, mimetype="text/plain")


def _file(batch: str, number: int, settings: Settings) -> FileReport:
    """By its place in the report of the batch; an id of letters and digits leads nowhere else."""
    found = desk_report.read(settings.store, batch) if batch.isalnum() else ()
    if number >= len(found):
        abort(404)
    return found[number].file


def _answer(file: FileReport, site: Site) -> Response:
    """Written down before it leaves: it holds the rows of the original."""
    language, name = spoken_here(site.settings), own_name(file.path)
    with own_layouts.standing(site.settings.store):
        sheets = _sheets(file, name, site.settings)
        made = problem_rows.write(sheets, file.problems, language, name, file.layout)
    audit.log(site.settings.store, TAKEN, f"{name} {file.sha256}", who=site.who)
    return send_file(
        io.BytesIO(made),
        mimetype=MIME,
        as_attachment=True,
        download_name=f"{PurePosixPath(name).stem} - {t('problem_rows.sheet', language)}.xlsx",
        max_age=0,
    )


def _sheets(file: FileReport, name: str, settings: Settings) -> tuple[Sheet, ...]:
    """None of a file that cannot be read at all: the workbook then says why."""
    if not file.sha256:
        return ()
    data = files.load(settings.store, file.sha256)
    with apart(settings) as reader:
        try:
            return tuple(reader.sheets(name, data))
        except Unreadable:
            return ()
