"""People who may log in, and what strangers send, for the tests of the door."""

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient

from dashboard.settings import Settings
from dashboard.store import users

KEY = "a key for tests that is long enough"
PASSWORD = "ала-бука 2026"
PEOPLE = {"Айгүл": "methodist", "Бакыт": "head", "Зал": "member", "Мектеп": "school"}
SCHOOL = "S02"
FORGED = (  # what a browser says of a request that a page of another site sends
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:8051"},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
)


def with_login(settings: Settings, **more: object) -> Settings:
    """The same store, asked by name; its people are added once."""
    there = {person.name for person in users.everybody(settings.store)}
    for name, role in PEOPLE.items():
        if name not in there:
            school = SCHOOL if role == "school" else ""
            users.add(settings.store, name, role, school, PASSWORD)
    return replace(settings, access="login", secret_key=KEY, **more)


def enter(server: Flask, name: str, password: str = PASSWORD, **sent: object) -> FlaskClient:
    """A browser in which that person has tried to log in."""
    client = server.test_client()
    client.answer = client.post("/login", data={"name": name, "password": password}, **sent)
    return client
