"""What was drawn is kept, within bounds."""

from dashboard.web.shelf import Shelf


def test_second_asking_makes_nothing():
    shelf = Shelf(100)
    shelf.get("a", lambda: b"first")
    assert shelf.get("a", lambda: b"second") == b"first"


def test_least_used_is_given_up_for_room():
    shelf = Shelf(10)
    shelf.get("a", lambda: b"12345")
    shelf.get("b", lambda: b"12345")
    shelf.get("a", lambda: b"")
    shelf.get("c", lambda: b"12345")
    assert shelf.get("a", lambda: b"gone") == b"12345"
    assert shelf.get("b", lambda: b"gone") == b"gone"


def test_what_is_larger_than_the_shelf_is_still_given():
    shelf = Shelf(3)
    assert shelf.get("a", lambda: b"12345") == b"12345"
    assert shelf.get("a", lambda: b"anew") == b"anew"
