/* qmsdesk.exe opens the window, qmsdesk.com is the same for a console: both run the package in the Python beside them.

   One process, no batch file, no search in PATH, the registry or the environment: what runs is what lies here.
   PYTHON_DLL comes from the compiler's command line. python3NN._pth beside it isolates Python and says where to look. */

#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define FIRST 6

typedef int (*run_python)(int, wchar_t **);

static int complain(void)
{
    const int swedish = PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_SWEDISH;
    const wchar_t *text = swedish ? L"qmsdesk är inte helt installerat: " PYTHON_DLL L" saknas. Installera om det.\r\n"
                                  : L"qmsdesk is not wholly installed: " PYTHON_DLL L" is missing. Install it again.\r\n";
#ifdef CONSOLE
    char utf8[512];
    DWORD written;
    const HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    const int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL) - 1;
    if (!WriteConsoleW(error, text, (DWORD)wcslen(text), &written, NULL)) /* not a console but a file */
        WriteFile(error, utf8, length, &written, NULL);
#else
    MessageBoxW(NULL, text, L"qmsdesk", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

static run_python find_python(const wchar_t *own_path)
{
    static wchar_t path[LONGEST + 64];
    wcscpy(path, own_path);
    wcscpy(wcsrchr(path, L'\\') + 1, PYTHON_DLL);
    const HMODULE library = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return library ? (run_python)(void *)GetProcAddress(library, "Py_Main") : NULL;
}

static int run(int count, wchar_t **words)
{
    static wchar_t own_path[LONGEST];
    SetDllDirectoryW(L""); /* never a library from the folder one happens to stand in */
    GetModuleFileNameW(NULL, own_path, LONGEST);
    const run_python python = find_python(own_path);
    wchar_t **all = calloc(count + FIRST, sizeof *all);
    if (!python || !all)
        return complain();
    wchar_t *first[] = {own_path, L"-B", L"-X", L"utf8", L"-m", L"qmsdesk"}; /* -B: never writes beside the modules */
    for (int i = 0; i < FIRST; i++)
        all[i] = first[i];
    for (int i = 1; i < count; i++)
        all[i + FIRST - 1] = words[i];
    return python(count + FIRST - 1, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return run(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE own, HINSTANCE none, wchar_t *line, int show)
{
    (void)own, (void)none, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
