/**
 * Everything the user can do, as rows of one enum from which menus, tooltips, keys and the shortcut
 * sheet are made. Called by every part of the window: parts bind what they can do, and ask for
 * buttons.
 */
package auralis.app.action;
