/**
 * The words of the window, by key, in the user's language. Called by every part of the window; no
 * other text reaches the user's eyes or screen reader except names and messages of files.
 */
package auralis.app.text;
