/*
 * Lets the n-th change of the files of one folder fail, as a full or dying disk does: loaded with LD_PRELOAD in front of
 * the C library. The test steers it through a small mapped file, $FAIL_CONTROL, of five 32-bit numbers in the machine's
 * byte order, so that one process can be made to fail again and again without being started anew:
 *
 *   0  which change from now on fails: 1 the next one, 0 none
 *   1  0: only that one   1: that and all after it
 *   2  the error: ENOSPC, EIO
 *   3  how many failures there have been
 *   4  how many changes there have been
 *
 * A change is a write, a growing or cutting to a length, a forcing to the disk, or a new name, below $FAIL_FOLDER. Cutting
 * shorter and removing succeed on a full disk, and so they do here; where the error is EIO, they fail too. While a disk
 * is full for good, it says that nothing is free.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define FILES 4096
#define NEXT(name) dlsym(RTLD_NEXT, name)

static volatile int32_t *control;
static char folder[512];
static char watched[FILES];
static int ready;

static void begin(void) {
    if (ready) return;
    ready = 1;
    const char *where = getenv("FAIL_FOLDER"), *steer = getenv("FAIL_CONTROL");
    if (!where || !steer || strlen(where) >= sizeof folder) return;
    strcpy(folder, where);
    int (*plain_open)(const char *, int, ...) = NEXT("open");
    int (*plain_close)(int) = NEXT("close");
    int fd = plain_open(steer, O_RDWR);
    void *map = mmap(0, 20, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    plain_close(fd);
    if (map != MAP_FAILED) control = map;
}

static int ours(const char *path) {
    begin();
    return control && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_watched(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

/* Counts a change; whether it has to fail. */
static int fails(int frees_space) {
    __sync_add_and_fetch(&control[4], 1);
    int error = control[2];
    if (frees_space && error == ENOSPC) return 0;
    int at = control[0];
    if (at == 0) return 0;
    if (at > 1) {
        __sync_sub_and_fetch(&control[0], 1);
        return 0;
    }
    if (!control[1]) control[0] = 0;
    __sync_add_and_fetch(&control[3], 1);
    errno = error;
    return 1;
}

#define OPEN(function)                                                                             \
    int function(const char *path, int flags, ...) {                                               \
        static int (*next)(const char *, int, ...);                                                \
        if (!next) next = NEXT(#function);                                                         \
        int mode = 0;                                                                              \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list more;                                                                          \
            va_start(more, flags);                                                                 \
            mode = va_arg(more, int);                                                              \
            va_end(more);                                                                          \
        }                                                                                          \
        int mine = ours(path);                                                                     \
        struct stat found;                                                                         \
        if (mine && (flags & O_CREAT) && stat(path, &found) != 0 && fails(0)) return -1;           \
        int fd = next(path, flags, mode);                                                          \
        if (fd >= 0 && fd < FILES) watched[fd] = mine;                                             \
        return fd;                                                                                 \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(function, type)                                                                     \
    ssize_t function(int fd, const void *bytes, size_t size, type at) {                            \
        static ssize_t (*next)(int, const void *, size_t, type);                                   \
        if (!next) next = NEXT(#function);                                                         \
        return is_watched(fd) && fails(0) ? -1 : next(fd, bytes, size, at);                        \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t size) {
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = NEXT("write");
    return is_watched(fd) && fails(0) ? -1 : next(fd, bytes, size);
}

#define CUT(function, type)                                                                        \
    int function(int fd, type size) {                                                              \
        static int (*next)(int, type);                                                             \
        if (!next) next = NEXT(#function);                                                         \
        struct stat found;                                                                         \
        int shorter = is_watched(fd) && fstat(fd, &found) == 0 && size <= found.st_size;           \
        return is_watched(fd) && fails(shorter) ? -1 : next(fd, size);                             \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define FORCE(function)                                                                            \
    int function(int fd) {                                                                         \
        static int (*next)(int);                                                                   \
        if (!next) next = NEXT(#function);                                                         \
        return is_watched(fd) && fails(0) ? -1 : next(fd);                                         \
    }
FORCE(fsync)
FORCE(fdatasync)

int unlink(const char *path) {
    static int (*next)(const char *);
    if (!next) next = NEXT("unlink");
    return ours(path) && fails(1) ? -1 : next(path);
}

#define NAMING(function)                                                                           \
    int function(const char *from, const char *to) {                                               \
        static int (*next)(const char *, const char *);                                            \
        if (!next) next = NEXT(#function);                                                         \
        return ours(to) && fails(0) ? -1 : next(from, to);                                         \
    }
NAMING(rename)
NAMING(link)

#define ROOM(function, type)                                                                       \
    int function(const char *path, struct type *room) {                                            \
        static int (*next)(const char *, struct type *);                                           \
        if (!next) next = NEXT(#function);                                                         \
        int result = next(path, room);                                                             \
        int full = ours(path) && control[0] && control[1] && control[3] && control[2] == ENOSPC;   \
        if (result == 0 && full) room->f_bavail = room->f_bfree = 0;                               \
        return result;                                                                             \
    }
ROOM(statvfs, statvfs)
ROOM(statvfs64, statvfs64)

int close(int fd) {
    static int (*next)(int);
    if (!next) next = NEXT("close");
    if (fd >= 0 && fd < FILES) watched[fd] = 0;
    return next(fd);
}
