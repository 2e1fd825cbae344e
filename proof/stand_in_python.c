/* Stands in for python.exe under Wine: answers what start-holdslides.bat asks, and says what it was told. */
#include <direct.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static int same(const wchar_t *a, const wchar_t *b) {
    FILE *one = _wfopen(a, L"rb"), *two = _wfopen(b, L"rb");
    int x = 0, y = 0;
    if (!one || !two) return 0;
    while (x == y && x != EOF) x = fgetc(one), y = fgetc(two);
    return x == y;
}

int wmain(int count, wchar_t **given) {
    wchar_t all[4000] = L"", me[2000];
    for (int i = 1; i < count; i++) wcscat(wcscat(all, i > 1 ? L" " : L""), given[i]);
    GetModuleFileNameW(NULL, me, 2000);
    if (!wcsncmp(all, L"-3 ", 3)) wcscpy(all, all + 3); /* py -3 */
    if (wcsstr(all, L"version_info")) return _wgetenv(L"TOO_OLD") ? 1 : 0;
    if (!wcscmp(all, L"-m venv --clear .venv")) {
        puts("laves"), fflush(stdout);
        _wmkdir(L".venv"), _wmkdir(L".venv\\Scripts");
        return !CopyFileW(me, L".venv\\Scripts\\python.exe", FALSE);
    }
    if (wcsstr(all, L"import filecmp")) return !same(L"pyproject.toml", given[count - 1]);
    if (!wcscmp(all, L"-m pip --version")) return _wgetenv(L"NO_PIP") ? 1 : 0;
    if (!wcsncmp(all, L"-m pip install", 14)) return puts("hentes"), fflush(stdout), _wgetenv(L"NO_NET") ? 1 : 0;
    if (!wcsncmp(all, L"-m holdslides", 13)) {
        char line[8000];
        WideCharToMultiByte(CP_UTF8, 0, all + 14, -1, line, 8000, NULL, NULL);
        printf("startet: %s\n", line), fflush(stdout);
        return _wgetenv(L"FAILS") ? 1 : 0;
    }
    return 9; /* as a program that is not there */
}
