/*
 * Records what a process does to the files of one folder, for simulated power cuts: loaded with LD_PRELOAD in front of
 * the C library, it writes every change below $RECORD_FOLDER to $RECORD_LOG and passes it on. riskmap.fault.Recording
 * reads the log; an event is a line "kind offset length path" and, for writes, the bytes.
 *
 *   C created   W written   T cut to a length   S forced to the disk   U name removed   R renamed   L second name
 *
 * R and L have the former name, a line end, and are followed by a line with the new name.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096
#define NEXT(name) dlsym(RTLD_NEXT, name)

static int record = -1;
static char folder[512];
static char *names[FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*plain_write)(int, const void *, size_t);

static void begin(void) {
    if (record != -1) return;
    plain_write = NEXT("write");
    const char *where = getenv("RECORD_FOLDER"), *log = getenv("RECORD_LOG");
    if (!where || !log || strlen(where) >= sizeof folder) {
        record = -2;
        return;
    }
    strcpy(folder, where);
    int (*plain_open)(const char *, int, ...) = NEXT("open");
    int low = plain_open(log, O_CREAT | O_WRONLY | O_APPEND, 0644);
    /* out of the way of the numbers a program gives its own files */
    record = fcntl(low, F_DUPFD, 3000);
    close(low);
}

static int ours(const char *path) {
    begin();
    return record >= 0 && strncmp(path, folder, strlen(folder)) == 0;
}

static void event(char kind, const char *path, int64_t at, int64_t length, const void *bytes) {
    char head[1400];
    int size = snprintf(head, sizeof head, "%c %lld %lld %s\n", kind, (long long) at, (long long) length, path);
    pthread_mutex_lock(&turn);
    plain_write(record, head, size);
    if (bytes && length > 0) plain_write(record, bytes, length);
    pthread_mutex_unlock(&turn);
}

static char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : 0; }

static void opened(int fd, const char *path, int flags, int existed) {
    if (fd < 0 || fd >= FILES) return;
    names[fd] = 0;
    if (!ours(path)) return;
    names[fd] = strdup(path);
    if ((flags & O_CREAT) && !existed) event('C', path, 0, 0, 0);
    else if (flags & O_TRUNC) event('T', path, 0, 0, 0);
}

static int exists(const char *path) {
    struct stat found;
    return stat(path, &found) == 0;
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
        int existed = ours(path) && exists(path);                                                  \
        int fd = next(path, flags, mode);                                                          \
        opened(fd, path, flags, existed);                                                          \
        return fd;                                                                                 \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(function, type)                                                                     \
    ssize_t function(int fd, const void *bytes, size_t size, type at) {                            \
        static ssize_t (*next)(int, const void *, size_t, type);                                   \
        if (!next) next = NEXT(#function);                                                         \
        ssize_t done = next(fd, bytes, size, at);                                                  \
        if (name_of(fd) && done > 0) event('W', names[fd], at, done, bytes);                       \
        return done;                                                                               \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t size) {
    begin();
    off_t at = -1;
    if (name_of(fd)) {
        /* a file opened for appending goes to its end */
        struct stat found;
        at = (fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &found) == 0 ? found.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t done = plain_write(fd, bytes, size);
    if (name_of(fd) && done > 0) event('W', names[fd], at, done, bytes);
    return done;
}

#define CUT(function, type)                                                                        \
    int function(int fd, type size) {                                                              \
        static int (*next)(int, type);                                                             \
        if (!next) next = NEXT(#function);                                                         \
        int failed = next(fd, size);                                                               \
        if (name_of(fd) && !failed) event('T', names[fd], size, 0, 0);                             \
        return failed;                                                                             \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define FORCE(function)                                                                            \
    int function(int fd) {                                                                         \
        static int (*next)(int);                                                                   \
        if (!next) next = NEXT(#function);                                                         \
        int failed = next(fd);                                                                     \
        if (name_of(fd) && !failed) event('S', names[fd], 0, 0, 0);                                \
        return failed;                                                                             \
    }
FORCE(fsync)
FORCE(fdatasync)

int unlink(const char *path) {
    static int (*next)(const char *);
    if (!next) next = NEXT("unlink");
    int failed = next(path);
    if (!failed && ours(path)) event('U', path, 0, 0, 0);
    return failed;
}

static void moved(char kind, const char *from, const char *to) {
    char both[1300];
    snprintf(both, sizeof both, "%s\n%s", from, to);
    event(kind, both, 0, 0, 0);
}

int rename(const char *from, const char *to) {
    static int (*next)(const char *, const char *);
    if (!next) next = NEXT("rename");
    int failed = next(from, to);
    if (!failed && ours(to)) moved('R', from, to);
    return failed;
}

int link(const char *from, const char *to) {
    static int (*next)(const char *, const char *);
    if (!next) next = NEXT("link");
    int failed = next(from, to);
    if (!failed && ours(to)) moved('L', from, to);
    return failed;
}

int close(int fd) {
    static int (*next)(int);
    if (!next) next = NEXT("close");
    if (fd >= 0 && fd < FILES) names[fd] = 0;
    return next(fd);
}
