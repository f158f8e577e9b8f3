package auralis.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The commands on the library, which need no window. */
@Command(
        name = "library",
        description = "Keeps and searches the library of tracks.",
        subcommands = {
            LibraryScan.class,
            LibraryTracks.Listing.class,
            LibraryTracks.Search.class,
            LibraryTracks.Similar.class,
            LibraryTracks.Duplicates.class,
            LibraryGroups.Albums.class,
            LibraryGroups.Artists.class,
            LibraryGains.class,
            LibraryTracks.Favourite.class,
            LibraryTracks.Remove.class,
            LibraryRelocate.class,
            LibraryPlaylists.Listing.class,
            LibraryPlaylists.Export.class,
            LibraryPlaylists.Import.class,
            LibraryKeeping.Check.class,
            LibraryKeeping.Backup.class,
            LibraryKeeping.BackupList.class,
            LibraryKeeping.Restore.class,
            LibraryKeeping.ExportEntered.class,
            LibraryKeeping.ImportEntered.class
        })
final class LibraryCommand implements Runnable {
    @ParentCommand private RootCommand root;
    @Spec private CommandSpec spec;

    RootCommand root() {
        return root;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
