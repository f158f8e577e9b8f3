/**
 * The command line: what each command takes, prints and answers as exit code. Called by the
 * program's start only.
 */
package auralis.app.command;
