#!/bin/sh
# 5 000 small files of sound with varied tags, in albums: MP3, FLAC and Ogg Vorbis of 2 to 5 seconds.
# sh docs/bench/library/music.sh FOLDER [COUNT]        (needs ffmpeg; about five minutes)
set -e
folder=$1
count=${2:-5000}
mkdir -p "$folder/.sounds"
for i in $(seq 0 29); do
    case $((i % 3)) in 0) end=mp3 codec=libmp3lame ;; 1) end=flac codec=flac ;; *) end=ogg codec=libvorbis ;; esac
    ffmpeg -nostdin -v error -y -f lavfi \
        -i "sine=frequency=$((200 + 37 * i)):sample_rate=44100:duration=$((2 + i % 4))" \
        -f lavfi -i "anoisesrc=amplitude=0.05:sample_rate=44100:duration=$((2 + i % 4)):seed=$i" \
        -filter_complex amerge -ac 2 -c:a $codec "$folder/.sounds/$i.$end"
done
for n in $(seq 1 "$count"); do
    i=$((n % 30))
    case $((i % 3)) in 0) end=mp3 ;; 1) end=flac ;; *) end=ogg ;; esac
    artist=$((n / 40)) album=$((n / 10))
    into="$folder/Artist $artist/Album $album"
    mkdir -p "$into"
    [ -e "$into/$n.$end" ] || ffmpeg -nostdin -v error -y -i "$folder/.sounds/$i.$end" -c copy \
        -metadata title="Söng number $n" -metadata artist="Artist $artist" \
        -metadata album="Album $album" -metadata album_artist="Artist $artist" \
        -metadata track="$((n % 10 + 1))" -metadata date="$((1960 + n % 60))" \
        -metadata genre="Genre $((n % 12))" "$into/$n.$end"
done
