/* Stands in for Python's library in the tests of installers, because no Python for Windows can be had there.

   It writes the words it was started with to the file in HEARD, and stays as long as the file in HOLD is there. */

#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

__declspec(dllexport) int Py_Main(int count, wchar_t **words)
{
    const wchar_t *heard = _wgetenv(L"HEARD"), *hold = _wgetenv(L"HOLD");
    FILE *file = heard ? _wfopen(heard, L"w, ccs=UTF-8") : NULL;
    for (int i = 1; file && i < count; i++)
        fwprintf(file, L"%ls\n", words[i]);
    if (file)
        fclose(file);
    while (hold && GetFileAttributesW(hold) != INVALID_FILE_ATTRIBUTES)
        Sleep(50);
    return 7;
}
