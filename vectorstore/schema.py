"""The tables of a catalogue: one SQLite file that holds everything a snapshot knows."""

VERSION = 3
"""Raise it when a catalogue of before can no longer be carried over; the next ingest then reads every file again."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, size INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT,
    same_as TEXT, unread_pages TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, format TEXT NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, date TEXT, date_text TEXT, venue TEXT, kind TEXT, pages INTEGER
);
CREATE TABLE contents (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, text TEXT NOT NULL, blocks TEXT NOT NULL
);

-- What documents said before they changed: to be read, never searched.
CREATE TABLE former (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, date TEXT, date_text TEXT, venue TEXT, kind TEXT, pages INTEGER,
    replaced TEXT NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL
);
CREATE INDEX former_of ON former (path);

-- What its words are like, to find documents that say nearly the same.
CREATE TABLE likeness (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, signature BLOB NOT NULL
);

-- What a document says, one row a fact; the words stand in its text.
CREATE TABLE facts (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    kind TEXT NOT NULL, page INTEGER, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    fields TEXT NOT NULL, language TEXT NOT NULL,
    PRIMARY KEY (document, position)
) WITHOUT ROWID;

CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE, number INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, page INTEGER,
    headings TEXT NOT NULL, text TEXT NOT NULL, hash BLOB NOT NULL,
    UNIQUE (document, number)
);
CREATE TABLE sentences (
    chunk INTEGER NOT NULL REFERENCES chunks (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, kind TEXT NOT NULL, page INTEGER, columns TEXT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (chunk, position)
) WITHOUT ROWID;

-- Vectors by the hash of the words they stand for, as float16: the same words are embedded once.
CREATE TABLE embeddings (hash BLOB PRIMARY KEY, vector BLOB NOT NULL);
-- Words that wait to be embedded; empty in a published snapshot.
CREATE TABLE pending (hash BLOB PRIMARY KEY, length INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX longest_first ON pending (length DESC, hash);

-- The search terms of a chunk (rowid = chunk), already normalised: the tokenizer only has to leave them whole.
CREATE VIRTUAL TABLE chunk_text USING fts5(
    terms, tokenize = "unicode61 remove_diacritics 0 tokenchars '-./&'''"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(chunk_text, row);
"""
