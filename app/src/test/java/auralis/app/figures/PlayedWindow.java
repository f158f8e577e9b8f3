package auralis.app.figures;

import auralis.app.instance.Message;
import auralis.app.platform.SoundOutputs;
import auralis.app.play.PlanState;
import java.nio.file.Path;
import java.util.List;

/**
 * The window plays a file mastered by its exact plan, from its first frame to its last, on the
 * system's output. {@code docs/bench/player frames} runs it.
 */
public final class PlayedWindow {
    private PlayedWindow() {}

    /** {@code DATA_FOLDER FILE}. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        WindowRobot.run(
                Path.of(arguments[0]),
                SoundOutputs.system(),
                robot -> {
                    WindowRobot.onFx(
                            () -> {
                                robot.window.receive(Message.open(List.of(file)));
                                return null;
                            });
                    robot.until(s -> s.playing() && s.mastering() == PlanState.EXACT);
                    robot.press("master.ab.mastered");
                    robot.press("master.match");
                    robot.press("play.toggle");
                    robot.until(s -> !s.playing());
                    robot.player.seek(0);
                    robot.until(s -> s.positionFrames() == 0 && s.masteredReady());
                    System.out.println("plays");
                    robot.press("play.toggle");
                    robot.until(s -> s.ended());
                    System.out.println(robot.player.state());
                });
        System.exit(0);
    }
}
