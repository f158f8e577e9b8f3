package auralis.app;

import auralis.app.command.RootCommand;

/**
 * Where the program starts: a plain class, because the window's toolkit must not be needed to run a
 * command.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(RootCommand.run(new WindowProgram(), args));
    }
}
