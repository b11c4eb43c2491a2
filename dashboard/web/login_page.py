"""The page of the log-in: plain HTML, so that nothing else is open before it."""

from urllib.parse import urlencode

from markupsafe import Markup

from dashboard.components import form
from dashboard.components.markup import tag
from dashboard.i18n import LANGUAGES, t
from dashboard.web import assets, bootstrap

PAGE = Markup("""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Tirek</title>
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
<link rel="stylesheet" href="{bootstrap}">
<link rel="stylesheet" href="{own}">
<link rel="stylesheet" href="{door}">
</head>
<body class="door">
<main>
<p class="brand">Tirek</p>
<h1>{title}</h1>
{said}
{form}
{languages}
</main>
</body>
</html>
""")


def page(language: str, after: str, said: str, name: str) -> str:
    """`said`: why the last attempt was refused. The name stands as it was typed."""
    return PAGE.format(
        language=language,
        title=t("door.title", language),
        bootstrap=bootstrap.URL,
        own=assets.address("tirek.css"),
        door=assets.address("door.css"),
        said=tag("p", said, class_="trouble", role="alert", id="said") if said else "",
        form=_form(language, after, said, name),
        languages=_languages(language, after),
    )


def _form(language: str, after: str, said: str, name: str) -> Markup:
    """What is wrong is read with the field that is to be typed anew, where the cursor stands."""
    wrong = {"aria_invalid": "true", "aria_describedby": "said"} if said else {}
    first, again = ({}, wrong | FOCUS) if name else (wrong | FOCUS, {})
    who = form.text("name", name, **NAME, **first)
    password = form.password("password", **PASSWORD, **again)
    return tag(
        "form",
        form.hidden(next=after, lang=language),
        form.field(t("door.name", language), who),
        form.field(t("door.password", language), password),
        form.button(t("door.enter", language), class_="btn"),
        method="post",
        action=f"/login?{urlencode({'lang': language})}",
    )


def _languages(language: str, after: str) -> Markup:
    links = [
        tag(
            "a",
            code.upper(),
            href="/login?" + urlencode({"next": after, "lang": code}),
            title=t("frame.language", code),
            lang=code,
            aria_current="true" if code == language else None,
        )
        for code in LANGUAGES
    ]
    return tag("nav", *links, class_="languages", aria_label=t("frame.languages", language))


FOCUS = {"autofocus": "autofocus"}
NAME = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
NAME |= {"required": "required", "maxlength": "60"}
PASSWORD = {"autocomplete": "current-password", "required": "required"}
