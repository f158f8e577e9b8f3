package auralis.dsp.engine;

import auralis.dsp.AudioSource;

/**
 * The track before, on an album without gaps: a chain listens to its end before the first frame, as
 * in {@link FollowingSource}.
 *
 * @param before of known length and the same format; belongs to the renderer that it is given to,
 *     which closes it
 * @param content what the track is called in a {@link RenderCache}; null keeps the mastered side
 *     out of it
 * @param seconds how much of its end is heard
 */
public record LeadIn(AudioSource before, Object content, double seconds) {
    public LeadIn {
        if (before.frames().isEmpty()) {
            throw new IllegalArgumentException("a track without length");
        }
    }
}
