/**
 * What the user types into the search field: its folding, its grammar and what it means. Called by
 * the database, which compiles a query, and by whoever has a search to parse or text to store.
 */
package auralis.library.search;
