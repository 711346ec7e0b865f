# What the program needs of the machine; sourced by installer/riskmap and installer/test.
# Installs with apt on Debian and Ubuntu; elsewhere says exactly what to install.

say() { printf '%s\n' "$*" >&2; }

# Installs Debian packages, as root or with sudo; else says what to do.
need_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local apt=(apt-get)
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1; then apt=(sudo apt-get); else
            say "请先安装 / please install first:  apt-get install ${missing[*]}"
            return 1
        fi
    fi
    say "安装 / installing: ${missing[*]}"
    if ! DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1; then
        "${apt[@]}" update -qq >/dev/null 2>&1 || true
        DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
}

on_debian() { command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; }

java_release() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }

# A JDK of 17 or newer and Maven.
setup_build() {
    local javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
    if ! command -v "$javac" >/dev/null 2>&1 || [ "$(java_release "${JAVA_HOME:+$JAVA_HOME/bin/}java")" -lt 17 ]; then
        on_debian || { say "请安装 JDK 17 或更新版本 / please install a JDK, 17 or newer (javac was not found)"; return 1; }
        need_packages openjdk-17-jdk-headless
    fi
    if ! command -v mvn >/dev/null 2>&1; then
        on_debian || { say "请安装 Apache Maven 3.8 或更新版本 / please install Apache Maven 3.8 or newer (mvn was not found)"; return 1; }
        need_packages maven
    fi
}

# A C compiler, for the tests that simulate power cuts.
setup_native() {
    command -v cc >/dev/null 2>&1 && return 0
    on_debian || { say "请安装 C 编译器 / please install a C compiler (cc was not found)"; return 1; }
    need_packages gcc libc6-dev
}

# What the window and Chinese text need.
setup_window() {
    if on_debian; then
        local gtk=libgtk-3-0
        apt-cache show libgtk-3-0t64 >/dev/null 2>&1 && gtk=libgtk-3-0t64
        need_packages "$gtk" libxtst6 libxxf86vm1 libgl1 fontconfig fonts-wqy-microhei
    fi
}

# Runs a command with a screen: the one that is there, or two virtual ones, of which the tests take one each.
with_screens() {
    if [ -n "${DISPLAY:-}" ] && [ "${CI:-}" != true ]; then
        "$@"
        return
    fi
    if ! command -v Xvfb >/dev/null 2>&1; then
        on_debian || { say "请安装 Xvfb / please install Xvfb (a virtual screen for the window tests)"; return 1; }
        need_packages xvfb
    fi
    local tens=9 screens="" status=0 number
    while compgen -G "/tmp/.X${tens}[12]-lock" >/dev/null || compgen -G "/tmp/.X11-unix/X${tens}[12]" >/dev/null; do
        tens=$((tens + 1))
    done
    for number in "${tens}1" "${tens}2"; do
        Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
        screens="$screens $!"
    done
    sleep 1
    DISPLAY=":${tens}1" "$@" "-Dtest.screens=:$tens" || status=$?
    # shellcheck disable=SC2086
    kill $screens 2>/dev/null || true
    return "$status"
}

# Noto Sans SC, the finer Chinese face, where npm is at hand; WenQuanYi Micro Hei from Debian serves otherwise.
setup_fonts() {
    local folder
    folder="$(font_folder)"
    [ -f "$folder/NotoSansSC-Bold.ttf" ] && return 0
    command -v npm >/dev/null 2>&1 || return 0
    local work
    work="$(mktemp -d)"
    if (
        cd "$work"
        npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null 2>&1 && tar -xzf ./*.tgz
    ); then
        mkdir -p "$folder"
        local weight
        for weight in Regular Bold; do
            find "$work" -name "NotoSansSC_*${weight}.ttf" -exec cp {} "$folder/.new-$weight" \;
            mv "$folder/.new-$weight" "$folder/NotoSansSC-$weight.ttf"
        done
        find "$work" -path '*package/*' -maxdepth 2 -iname '*licen*' -exec cp {} "$folder/" \;
    fi
    rm -rf "$work"
}

font_folder() { printf '%s\n' "${XDG_DATA_HOME:-$HOME/.local/share}/riskmap/fonts"; }

# Commands for the class archive beside the demonstration: a tool starts a fifth sooner when its classes are in it. One a
# line, words parted by tabs.
rehearsed_commands() {
    local project="$1/demo.gpkg" dem="$1/dem.tif" out="$2"
    local tab=$'\t' line
    printf 'zones,features\n%s#town,%s#village\n%s#flood_zone,%s#village\n' "$project" "$project" "$project" "$project" >"$out/counted.csv"
    while IFS= read -r line; do printf '%s\n' "${line// /$tab}"; done <<END
info $project
info $dem
operations
models
run slope --in elevation=$dem --out $out/slope.tif
run rasterize --in features=$project#flood_zone --in like=$dem -p field=return_period_years -p combine=max -p background=0 --out $out/zone.tif
run distance --in features=$project#road --in like=$dem --out $out/distance.tif
run hand --in elevation=$dem --out $out/hand.tif
run polygonize --in raster=$out/zone.tif --out $out/polygonize.gpkg#z
run zonal-statistics --in zones=$project#town --in raster=$dem --out $out/zonal.gpkg#z
run clip --in features=$project#building --in areas=$project#flood_zone --out $out/clip.gpkg#z
run intersection --in features=$project#farmland --in areas=$project#flood_zone --out $out/intersection.gpkg#z
run dissolve --in features=$project#flood_zone -p by=return_period_years --out $out/dissolve.gpkg#z
run buffer --in features=$project#road -p distance=50 -p dissolve=true --out $out/buffer.gpkg#z
run count-in-zones --rows $out/counted.csv --out $out/counted.gpkg#z
export $project#town $out/town.geojson
verify $project
END
    # a model on every way it can take: classes, codes, two factors of one layer, distances, what is counted in the zones
    printf 'risk\tcombination\t--project\t%s\t-p\tfactors=%s\n' "$project" "0.4 * flood = max(flood_zone.depth_m) classes 0.5 1 2; \
0.2 * slope = slope(dem) classes 5 15 25; 0.2 * road = distance(road) classes 100 300 800; \
0.1 * fuel = value(forest_stand.fuel_type) codes conifer:1 broadleaf:0.5 mixed:0.8 shrub:0.6; 0.1 * age = value(forest_stand.age_years) classes 20 40"
}

# The library of SQLite that is in its jar, unpacked once instead of at every start. Where it is not for this machine, or
# cannot be unpacked, the program finds its own.
unpack_sqlite() {
    local home="$1" jar="$2" folder="$1/target/native" library machine
    machine="org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so"
    rm -rf "$folder"
    for library in "$home"/target/lib/sqlite-jdbc-*.jar; do
        # of two versions, the one that comes first on the class path
        [ -d "$folder" ] && continue
        mkdir -p "$folder"
        (cd "$folder" && "$jar" --extract --file "$library" "$machine" && mv "$machine" . && rm -r org) >/dev/null 2>&1 || rm -rf "$folder"
    done
}

# Processor time in hundredths of a second that Java takes to fill 512 MB in large (+) or ordinary (-) pages.
page_cost() {
    local TIMEFORMAT='%U %S' user system
    read -r user system < <({ time "$1" "-XX:${2}UseTransparentHugePages" -XX:+UseSerialGC -Xms512m -Xmx512m -XX:+AlwaysPreTouch -version >/dev/null 2>&1; } 2>&1)
    printf '%s\n' $((10#${user//[!0-9]/} / 10 + 10#${system//[!0-9]/} / 10))
}

# Notes whether work that fills hundreds of megabytes within seconds is quicker in pages of 2 MB. On a machine of one's own it
# is. On a virtual one it depends: where every page taken costs an exit to the host, 512 MB cost 1.4 s of processor time in
# large pages and 3.0 s in ordinary ones; where the host only lends again what it took back, 1.2 s and 0.2 s.
choose_pages() {
    local note="$1/target/large-pages" java="$2" large ordinary
    rm -f "$note"
    [ -r /sys/kernel/mm/transparent_hugepage/enabled ] || return 0
    # until the host has taken back what the build has freed: a command seldom finds that much ready for it in large pages
    sleep 3
    large="$(page_cost "$java" +)"
    ordinary="$(page_cost "$java" -)"
    if [ "$large" -gt 0 ] && [ $((large * 10)) -lt $((ordinary * 9)) ]; then
        printf '%s %s\n' "$large" "$ordinary" >"$note"
    fi
}

# The class path as one argument file, and a class archive for a quick start.
write_launch() {
    local home="$1" java="${JAVA_HOME:+$JAVA_HOME/bin/}java" path="$1/target/riskmap.jar" library release
    # SLF4J first: the GeoTools jar carries an older one.
    for library in "$home"/target/lib/slf4j-*.jar; do path="$path:$library"; done
    for library in "$home"/target/lib/*.jar; do
        case "$library" in */slf4j-*) ;; *) path="$path:$library" ;; esac
    done
    release="$(java_release "$java")"
    printf -- '-cp "%s"\n' "$path" >"$home/target/launch.new"
    printf '%s\t%s\n' "$(readlink -f "$(command -v "$java")")" "$release" >"$home/target/java-release"
    rm -f "$home/target/riskmap-$release.jsa"
    unpack_sqlite "$home" "${java%java}jar"
    choose_pages "$home" "$java"
    say "准备快速启动 / preparing quick start ..."
    # The demonstration is run once as far as the first picture of the window, where there is a screen or a virtual one,
    # so that the archive holds the window's classes too: its first picture then costs a fifth less processor time.
    local training screen="" virtual="" window=--no-window number=80; training="$(mktemp -d)"
    if [ -n "${DISPLAY:-}" ]; then screen="$DISPLAY"; elif command -v Xvfb >/dev/null 2>&1; then
        while [ -e "/tmp/.X$number-lock" ] || [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
        Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
        virtual=$! screen=":$number"
        sleep 1
    fi
    if [ -n "$screen" ]; then window=""; fi
    rehearsed_commands "$training/demo" "$training" >"$training/commands"
    # Without bounds the rehearsal fills a quarter of the machine's memory; within these it holds the same classes.
    # Java 17 keeps in the archive that a method waits to be compiled, and then never compiles it (JDK-8306460): on a busy
    # machine the polygonizer stayed interpreted, a tenth of the processor time of the combined risk. So none waits here.
    # shellcheck disable=SC2086
    DISPLAY="$screen" timeout 600 "$java" -XX:TieredStopAtLevel=1 -Xbatch -XX:+UseSerialGC -Xmx1200m -XX:MaxNewSize=128m -Dprism.order=sw -Driskmap.rehearsal=true "-Driskmap.rehearsal.commands=$training/commands" "-Driskmap.settings=$training/settings" \
        "-XX:ArchiveClassesAtExit=$home/target/riskmap-$release.jsa" -Xlog:cds=off -Xlog:cds+dynamic=off \
        "@$home/target/launch.new" riskmap.Main demo "$training/demo" $window >/dev/null 2>&1 ||
        say "快速启动未能完全准备好，程序照常可用，只是启动较慢 / quick start is not fully prepared: all works, but starts more slowly"
    if [ -n "$virtual" ]; then kill "$virtual" 2>/dev/null || true; fi
    rm -rf "$training"
    mv "$home/target/launch.new" "$home/target/launch.args"
}
