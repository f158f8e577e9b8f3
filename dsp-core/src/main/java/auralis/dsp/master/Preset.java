package auralis.dsp.master;

/**
 * Settings with a name.
 *
 * @param name how commands and files call it, lower case: {@code warm}
 * @param title how people read it: "Warm"
 * @param description what it does, in one line
 */
public record Preset(String name, String title, String description, MasteringSettings settings) {}
