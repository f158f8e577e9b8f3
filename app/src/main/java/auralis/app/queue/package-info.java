/**
 * What plays next: the queue that the user fills, the list that was played from, shuffling and
 * repeating, and the view of it all. The window's playback goes through {@link
 * auralis.app.queue.PlayQueue}; menus, keys and drops go through {@link
 * auralis.app.queue.QueueEdits}.
 */
package auralis.app.queue;
