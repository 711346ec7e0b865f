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

# What the window and Chinese text need.
setup_window() {
    if on_debian; then
        local gtk=libgtk-3-0
        apt-cache show libgtk-3-0t64 >/dev/null 2>&1 && gtk=libgtk-3-0t64
        need_packages "$gtk" libxtst6 libxxf86vm1 libgl1 fontconfig fonts-wqy-microhei
    fi
}

# Runs a command with a screen: the one that is there, or a virtual one.
with_screen() {
    if [ -z "${DISPLAY:-}" ] || [ "${CI:-}" = true ]; then
        if ! command -v Xvfb >/dev/null 2>&1; then
            on_debian || { say "请安装 Xvfb / please install Xvfb (a virtual screen for the window tests)"; return 1; }
            need_packages xvfb
        fi
        local number=90
        while [ -e "/tmp/.X$number-lock" ] || [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
        Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
        local screen=$! status=0
        sleep 1
        DISPLAY=":$number" "$@" || status=$?
        kill "$screen" 2>/dev/null || true
        return "$status"
    fi
    "$@"
}
