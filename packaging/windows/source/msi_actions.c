/* What the MSI cannot say in its tables: whether the program runs, whether the policy named is there, and to put it in.

   Each function is a custom action; what it says to people stands in the properties of qmsdesk.wxs. */

#include <windows.h>
#include <aclapi.h>
#include <msi.h>
#include <msiquery.h>
#include <sddl.h>
#include <shlobj.h>
#include <stdio.h>

#define LONGEST 32768
#define EXPORT __declspec(dllexport) UINT __stdcall

/* Written by this installer, and so its own to change; a policy IT has written is never touched. */
#define OWN_LINE "# Written by the installer from LANGUAGE; a policy given with POLICYFILE takes its place.\r\n"
/* The system and administrators do all, users read: nobody can put a policy there before IT does. */
#define RIGHTS L"O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"

static wchar_t *property(MSIHANDLE install, const wchar_t *name)
{
    wchar_t *value = calloc(LONGEST, sizeof *value);
    DWORD length = LONGEST;
    if (value)
        MsiGetPropertyW(install, name, value, &length);
    return value;
}

/* Shows and logs the sentence that stands in a property. */
static UINT refuse(MSIHANDLE install, const wchar_t *sentence, UINT code)
{
    const MSIHANDLE record = MsiCreateRecord(1);
    MsiRecordSetStringW(record, 0, L"[1]");
    MsiRecordSetStringW(record, 1, property(install, sentence));
    MsiProcessMessage(install, INSTALLMESSAGE_ERROR, record);
    MsiCloseHandle(record);
    return code;
}

static int runs(const wchar_t *folder, const wchar_t *name)
{
    wchar_t path[LONGEST];
    swprintf(path, LONGEST, L"%ls%ls", folder, name);
    const HANDLE file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    const DWORD error = GetLastError();
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    return file == INVALID_HANDLE_VALUE && error == ERROR_SHARING_VIOLATION;
}

/* Who may not write there yet cannot ask; then Windows Installer itself finds the files in use, later and less kindly. */
EXPORT RefuseWhileRunning(MSIHANDLE install)
{
    const wchar_t *folder = property(install, L"INSTALLDIR");
    if (runs(folder, L"qmsdesk.exe") || runs(folder, L"qmsdesk.com"))
        return refuse(install, L"SaysRunning", ERROR_INSTALL_USEREXIT);
    return ERROR_SUCCESS;
}

/* Windows Installer looks too, but only on the way, and says less. NeededKilobytes is made with the package. */
EXPORT RefuseWithoutRoom(MSIHANDLE install)
{
    const unsigned long long needed = _wcstoui64(property(install, L"NeededKilobytes"), NULL, 10) * 1024;
    wchar_t *folder = property(install, L"INSTALLDIR");
    ULARGE_INTEGER free_for_us;
    while (!GetDiskFreeSpaceExW(folder, &free_for_us, NULL, NULL)) {
        wchar_t *end = wcsrchr(folder, L'\\');
        if (!end)
            return ERROR_SUCCESS; /* a place nobody can ask; the installing itself will tell */
        *end = 0;
    }
    return free_for_us.QuadPart < needed ? refuse(install, L"SaysNoRoom", ERROR_INSTALL_FAILURE) : ERROR_SUCCESS;
}

/* A name without a folder lies beside the MSI, because a roll-out seldom knows where its files will lie. */
EXPORT FindPolicy(MSIHANDLE install)
{
    wchar_t path[LONGEST];
    const wchar_t *named = property(install, L"POLICYFILE");
    wcsncpy(path, named, LONGEST - 1);
    if (!wcschr(named, L'\\')) {
        wchar_t *package = property(install, L"OriginalDatabase");
        wchar_t *end = wcsrchr(package, L'\\');
        if (end)
            end[1] = 0;
        swprintf(path, LONGEST, L"%ls%ls", end ? package : L"", named);
    }
    const HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return refuse(install, L"SaysNoPolicy", ERROR_INSTALL_FAILURE);
    CloseHandle(file);
    MsiSetPropertyW(install, L"PolicyFound", path);
    return ERROR_SUCCESS;
}

static void protect(wchar_t *folder)
{
    PSECURITY_DESCRIPTOR rights = NULL;
    PSID owner = NULL;
    PACL list = NULL;
    BOOL is_there = FALSE, is_default = FALSE;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(RIGHTS, SDDL_REVISION_1, &rights, NULL))
        return;
    GetSecurityDescriptorOwner(rights, &owner, &is_default);
    GetSecurityDescriptorDacl(rights, &is_there, &list, &is_default);
    const SECURITY_INFORMATION all =
        OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
    SetNamedSecurityInfoW(folder, SE_FILE_OBJECT, all, owner, NULL, list, NULL);
    LocalFree(rights);
}

static int is_own(const wchar_t *path)
{
    char start[sizeof OWN_LINE] = "";
    FILE *file = _wfopen(path, L"rb");
    if (!file)
        return 1;
    fread(start, 1, sizeof OWN_LINE - 1, file);
    fclose(file);
    return strcmp(start, OWN_LINE) == 0;
}

static int write_language(const wchar_t *path, const wchar_t *language)
{
    FILE *file = is_own(path) ? _wfopen(path, L"wb") : NULL;
    if (!file)
        return is_own(path) ? 0 : 1;
    const int written = fprintf(file, OWN_LINE "language = \"%ls\"\r\nchangeable = [\"language\"]\r\n", language);
    return fclose(file) == 0 && written > 0;
}

/* CustomActionData is the language, a bar, and the policy's path; either may be empty. */
EXPORT PutPolicy(MSIHANDLE install)
{
    wchar_t folder[MAX_PATH], path[MAX_PATH + 32];
    wchar_t *language = property(install, L"CustomActionData");
    wchar_t *policy = wcschr(language, L'|');
    if (!policy || FAILED(SHGetFolderPathW(NULL, CSIDL_COMMON_APPDATA, NULL, 0, folder)))
        return ERROR_INSTALL_FAILURE;
    *policy++ = 0;
    wcscat(folder, L"\\qmsdesk");
    CreateDirectoryW(folder, NULL);
    protect(folder);
    swprintf(path, MAX_PATH + 32, L"%ls\\policy.toml", folder);
    int is_done = 1;
    if (*policy)
        is_done = CopyFileW(policy, path, FALSE);
    else if (*language)
        is_done = write_language(path, language);
    return is_done ? ERROR_SUCCESS : ERROR_INSTALL_FAILURE;
}
