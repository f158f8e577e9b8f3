package auralis.app.action;

import auralis.app.text.Texts;
import javafx.scene.input.KeyCombination;

/**
 * What the user can do. A constant exists only when it works; its order here is its order in menus
 * and on the shortcut sheet.
 */
public enum Action {
    ADD_FILES(Group.FILE, "action.add.files", "Shortcut+O", "mdi2f-file-music-outline"),
    ADD_FOLDER(Group.FILE, "action.add.folder", "Shortcut+Shift+O", "mdi2f-folder-music-outline"),
    TRY_DEMO(Group.FILE, "action.demo", "", "mdi2p-play-circle-outline"),
    NEW_PLAYLIST(Group.FILE, "action.playlist.add", "Shortcut+N", "mdi2p-playlist-plus"),
    SAVE_SEARCH(Group.FILE, "action.playlist.smart", "Shortcut+S", "mdi2p-playlist-star"),
    IMPORT_PLAYLIST(Group.FILE, "action.playlist.import", "", "mdi2f-file-import-outline"),
    EXPORT_PLAYLIST(Group.FILE, "action.playlist.export", "", "mdi2f-file-export-outline"),
    IMPORT_TRANSCRIPT(Group.FILE, "action.transcript.import", "", "mdi2f-file-import-outline"),
    QUIT(Group.FILE, "action.quit", "Shortcut+Q", ""),

    UNDO(Group.EDIT, "action.undo", "Shortcut+Z", "mdi2u-undo"),
    REDO(Group.EDIT, "action.redo", "Shortcut+Shift+Z", "mdi2r-redo"),
    FIND(Group.EDIT, "action.find", "Shortcut+F", "mdi2m-magnify"),
    SHOW_FILE(Group.EDIT, "action.show.file", "", "mdi2f-folder-open-outline"),
    FAVOURITE(Group.EDIT, "action.favourite", "F", "mdi2h-heart-outline"),
    MORE_LIKE_THIS(Group.EDIT, "action.alike", "Shortcut+L", "mdi2w-waveform"),
    EDIT_TAGS(Group.EDIT, "action.tags", "Shortcut+I", "mdi2t-tag-edit-outline"),
    MOVE_UP(Group.EDIT, "action.up", "Alt+Up", "mdi2a-arrow-up"),
    MOVE_DOWN(Group.EDIT, "action.down", "Alt+Down", "mdi2a-arrow-down"),
    REMOVE(Group.EDIT, "action.remove", "Delete", "mdi2p-playlist-remove"),
    RENAME_PLAYLIST(Group.EDIT, "action.playlist.rename", "F2", "mdi2r-rename-box"),
    DELETE_PLAYLIST(Group.EDIT, "action.playlist.delete", "", "mdi2t-trash-can-outline"),
    PREFERENCES(Group.EDIT, "action.prefs", "Shortcut+Comma", "mdi2c-cog-outline"),

    SIDE_BAR(Group.VIEW, "action.side", "F9", "mdi2d-dock-left"),
    INSPECTOR(Group.VIEW, "action.inspector", "F10", "mdi2d-dock-right"),
    METERS(Group.VIEW, "action.meters", "F11", "mdi2g-gauge"),
    LIGHT_THEME(Group.VIEW, "action.light", "", "mdi2t-theme-light-dark"),
    SHOW_QUEUE(Group.VIEW, "action.queue", "Shortcut+U", "mdi2p-playlist-play"),
    SHOW_JOBS(Group.VIEW, "action.jobs", "Shortcut+J", "mdi2t-tray-full"),
    SHOW_STEMS(Group.VIEW, "action.stems", "Shortcut+T", "mdi2t-tune-vertical"),
    SHOW_TRANSCRIPT(Group.VIEW, "action.transcript", "Shortcut+Shift+T", "mdi2t-text-recognition"),
    LYRICS(Group.VIEW, "action.lyrics", "", "mdi2m-microphone-variant"),
    NEXT_REGION(Group.VIEW, "action.region.next", "F6", ""),
    PREVIOUS_REGION(Group.VIEW, "action.region.previous", "Shift+F6", ""),

    PLAY_SELECTED(Group.PLAY, "action.play.selected", "", "mdi2p-play"),
    PLAY_NEXT(Group.PLAY, "action.play.next", "Shift+Enter", "mdi2p-playlist-play"),
    ENQUEUE(Group.PLAY, "action.enqueue", "Shortcut+Enter", "mdi2t-tray-plus"),
    PLAY_PAUSE(Group.PLAY, "action.play", "Space", "mdi2p-play-pause"),
    NEXT(Group.PLAY, "action.next", "Shortcut+Right", "mdi2s-skip-next"),
    PREVIOUS(Group.PLAY, "action.previous", "Shortcut+Left", "mdi2s-skip-previous"),
    FORWARD(Group.PLAY, "action.forward", "Alt+Right", "mdi2f-fast-forward-10"),
    BACK(Group.PLAY, "action.back", "Alt+Left", "mdi2r-rewind-10"),
    REPEAT(Group.PLAY, "action.repeat", "", "mdi2r-repeat"),
    SHUFFLE(Group.PLAY, "action.shuffle", "", "mdi2s-shuffle-variant"),
    NOTIFY(Group.PLAY, "action.notify", "", "mdi2b-bell-outline"),
    CLEAR_QUEUE(Group.PLAY, "action.queue.clear", "", "mdi2t-tray-remove"),
    LOUDER(Group.PLAY, "action.louder", "Shortcut+Up", "mdi2v-volume-plus"),
    SOFTER(Group.PLAY, "action.softer", "Shortcut+Down", "mdi2v-volume-minus"),
    MUTE(Group.PLAY, "action.mute", "M", "mdi2v-volume-off"),

    SWITCH_SIDE(Group.MASTER, "action.ab", "B", "mdi2s-swap-horizontal"),
    MATCH(Group.MASTER, "action.match", "Shift+B", "mdi2e-equal"),
    BLIND_TEST(Group.MASTER, "action.blind", "Alt+B", "mdi2e-eye-off-outline"),
    END_BLIND_TEST(Group.MASTER, "action.blind.end", "Esc", ""),
    MASTER_SELECTED(Group.MASTER, "action.master", "Shortcut+M", "mdi2a-auto-fix"),
    EXPORT(Group.MASTER, "action.export", "Shortcut+E", "mdi2e-export-variant"),
    SEPARATE(Group.MASTER, "action.separate", "", "mdi2c-call-split"),
    TRANSCRIBE(Group.MASTER, "action.transcribe", "", "mdi2t-text-recognition"),

    SHORTCUTS(Group.HELP, "action.shortcuts", "F1", "mdi2k-keyboard-outline");

    /** The menus, from left to right. */
    public enum Group {
        FILE("menu.file"),
        EDIT("menu.edit"),
        VIEW("menu.view"),
        PLAY("menu.play"),
        MASTER("menu.master"),
        HELP("menu.help");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /** With an underscore before its access key. */
        public String text() {
            return Texts.text(key);
        }
    }

    private final Group group;
    private final String key;
    private final KeyCombination keys;
    private final String icon;

    Action(Group group, String key, String keys, String icon) {
        this.group = group;
        this.key = key;
        this.keys = keys.isEmpty() ? null : KeyCombination.valueOf(keys);
        this.icon = icon;
    }

    public Group group() {
        return group;
    }

    public String key() {
        return key;
    }

    public String text() {
        return Texts.text(key);
    }

    /** The keys that start it, or null. */
    public KeyCombination keys() {
        return keys;
    }

    /** The literal of an Ikonli icon, empty for none. */
    public String icon() {
        return icon;
    }

    /** The text with its keys behind: for tooltips. */
    public String tip() {
        return keys == null ? text() : Texts.text("tip.keys", text(), keys.getDisplayText());
    }
}
