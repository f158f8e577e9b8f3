package auralis.dsp.meter;

import java.util.OptionalDouble;

/**
 * The loudness of a stream after ITU-R BS.1770-5 and EBU R 128. A value is empty where there was
 * nothing to measure: silence, or a stream shorter than the window.
 *
 * @param integratedLufs gated over the whole stream (needs 400 ms)
 * @param rangeLu loudness range, EBU Tech 3342 (needs 3 s)
 * @param rangeStable whether the range may be trusted: Tech 3342 calls it unstable under 60 s
 * @param maxMomentaryLufs loudest 400 ms
 * @param maxShortTermLufs loudest 3 s
 */
public record Loudness(
        OptionalDouble integratedLufs,
        OptionalDouble rangeLu,
        boolean rangeStable,
        OptionalDouble maxMomentaryLufs,
        OptionalDouble maxShortTermLufs) {}
