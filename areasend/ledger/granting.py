"""Lets a role of PostgreSQL use the ledger without owning it: what it needs and nothing else.

In production the application's role does not own the tables, so that whoever takes it over can
neither take the triggers off nor remove a row (ADR 3).
"""

from collections.abc import Iterator

from django.db import connection, transaction

from areasend.ledger.refusals import TABLES

_ALL = ", ".join(TABLES)
#: The website's tables of reported errors and of replies, and what is written to them later. They
#: are no part of the ledger, and deleted from by rule.
_OF_THE_WEBSITE = {
    "report": "ended",
    "reply": "area, about, words, seen, received, ended",
}


class UnableToGrant(ValueError):
    """The role cannot be let in, for the reason given. Nothing was granted."""


def grant_to(role: str) -> None:
    """Let a role read and add to the ledger, and blank what is accounted for as erased.

    It may also keep, end and delete the website's reports of errors and replies, where there are
    tables of them. Whatever else was granted to it on these tables is taken back.

    :raises UnableToGrant: on SQLite, if there is no such role, if it could do more than that all
        the same, or if this role does not own the tables
    """
    if connection.vendor != "postgresql":
        raise UnableToGrant("A file has no roles: whoever may write to it may write to the ledger.")
    with transaction.atomic():
        for statement in _statements(*_checked(role)):
            _asked(statement)
        if further := _asked(_FURTHER, role, list(TABLES)):
            raise UnableToGrant(
                f"{role} may do more to the table {further[0]} by what was granted to another "
                "role or to all. Take that back first."
            )


def _asked(sql: str, *values: str | list[str]) -> tuple[str, ...]:
    """Run a statement and return the first row that it yields, if any."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return (cursor.fetchone() or ()) if cursor.description else ()


def _checked(role: str) -> tuple[str, str]:
    """Return the role and the tables' schema, quoted."""
    found = _asked(_WHO, role)
    if not found:
        raise UnableToGrant(f"There is no role {role}, or no ledger that it could use.")
    name, schema, ours, *ways = found
    if not ours:
        raise UnableToGrant("Only the owner of the tables can grant.")
    for way, words in zip(ways, _MORE, strict=True):
        if way:
            raise UnableToGrant(words.format(role=role, name=name, schema=schema, way=way))
    return name, schema


def _statements(role: str, schema: str) -> Iterator[str]:
    yield f"REVOKE ALL ON {_ALL} FROM {role}"
    yield f"GRANT USAGE ON SCHEMA {schema} TO {role}"
    yield f"GRANT SELECT, INSERT ON {_ALL} TO {role}"
    yield f"GRANT UPDATE (salt, text) ON entry_text, release_text TO {role}"
    # To see that the tables are up to date.
    yield f"GRANT SELECT ON django_migrations TO {role}"
    for table, columns in _OF_THE_WEBSITE.items():
        if any(_asked("SELECT to_regclass(%s)", table)):
            yield f"REVOKE ALL ON {table} FROM {role}"
            yield f"GRANT SELECT, INSERT, DELETE, UPDATE ({columns}) ON {table} TO {role}"


#: What a role could do all the same, in the order of the last columns of `_WHO`.
_MORE = (
    "{role} may act as the owner of the tables: nothing would hold it.",
    # Not only where it inherits what that role may do: it can change into it.
    "{role} may make itself the owner of the tables by what the role {way} may do: make roles "
    "(CREATEROLE), everything (SUPERUSER), or use the server's files or programs.",
    "{role} may act as the owner of the schema {schema} or of the database, who may drop the "
    "tables. Let another role own both.",
    "{role} may make tables beside the ledger's. "
    "Let the schema's owner run: REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {name}",
)
_WHO = """
SELECT quote_ident(asked.rolname), quote_ident(nspname), pg_has_role(relowner, 'USAGE'),
       pg_has_role(asked.oid, relowner, 'MEMBER'),
       (SELECT min(rolname) FROM pg_roles WHERE pg_has_role(asked.oid, oid, 'MEMBER')
        AND (rolsuper OR rolcreaterole
             OR rolname IN ('pg_execute_server_program', 'pg_write_server_files'))),
       pg_has_role(asked.oid, nspowner, 'MEMBER') OR pg_has_role(asked.oid, datdba, 'MEMBER'),
       has_schema_privilege(asked.oid, relnamespace, 'CREATE')
FROM pg_roles AS asked, pg_database,
     pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE asked.rolname = %s AND pg_class.oid = to_regclass('entry') AND datname = current_database()
"""
_FURTHER = """
SELECT relname FROM pg_class, (SELECT %s::name AS role) AS asked
WHERE relname = ANY(%s) AND pg_table_is_visible(oid)
AND has_table_privilege(role, oid, 'UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
ORDER BY relname
"""
