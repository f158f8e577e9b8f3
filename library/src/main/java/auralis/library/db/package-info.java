/**
 * The database: SQLite through ORMLite, its numbered migrations and its one writer thread. Called
 * by the library facade and its engines, which see records and never a row or SQL.
 */
package auralis.library.db;
