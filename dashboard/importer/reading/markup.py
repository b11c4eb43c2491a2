"""How XML from outside is parsed: no entities, nothing fetched, no limit on honest size."""

from lxml import etree

from dashboard.errors import Unreadable


def parsed(data: bytes, encoding: str | None = None) -> etree._Element:
    """Raises Unreadable where the XML is cut off or not well made."""
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        refuse_memory(parser)
        raise Unreadable("file_damaged") from error


def refuse_memory(parser: etree._FeedParser) -> None:
    """Where there was no memory left, what was parsed is a part, and nothing is damaged."""
    if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log):
        raise MemoryError


def whole(element: etree._Element, attribute: str, otherwise: int) -> int:
    """A count in an attribute; what is not a count is as if it were not said."""
    said = element.get(attribute, "")
    return int(said) if said.isdecimal() and len(said) < 10 else otherwise
