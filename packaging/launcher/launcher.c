/* The program people start: finds its own folder, and runs qmsdesk in the Python that lies in it, and in no other.

   Nothing of the outside reaches Python: no PYTHONPATH, no user site, no module of the current folder. UTF-8 always,
   because a laptop without a locale must not lose a name with a letter like å. */

#include <Python.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static wchar_t folder[PATH_MAX];

static int find_folder(void)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    *strrchr(path, '/') = 0;
    wchar_t *wide = Py_DecodeLocale(path, NULL);
    if (!wide || wcslen(wide) >= PATH_MAX)
        return 0;
    wcscpy(folder, wide);
    PyMem_RawFree(wide);
    return 1;
}

static PyStatus inside(wchar_t **where, PyConfig *config, const wchar_t *path)
{
    wchar_t whole[PATH_MAX + 64];
    swprintf(whole, PATH_MAX + 64, L"%ls%ls", folder, path);
    return PyConfig_SetString(config, where, whole);
}

static PyStatus search(PyConfig *config, const wchar_t *path)
{
    wchar_t whole[PATH_MAX + 64];
    swprintf(whole, PATH_MAX + 64, L"%ls%ls", folder, path);
    return PyWideStringList_Append(&config->module_search_paths, whole);
}

#define TRY(step) do { status = (step); if (PyStatus_Exception(status)) Py_ExitStatusException(status); } while (0)

int main(int argc, char **argv)
{
    PyStatus status;
    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
    before.configure_locale = 1;
    TRY(Py_PreInitialize(&before));
    if (!find_folder()) {
        fputs("qmsdesk: cannot find the folder it lies in\n", stderr);
        return 1;
    }
    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.site_import = 0;
    config.write_bytecode = 0;
    config.parse_argv = 0;
    config.install_signal_handlers = 1;
    config.configure_c_stdio = 1;
    config.module_search_paths_set = 1;
    TRY(PyConfig_SetBytesArgv(&config, argc, argv));
    TRY(inside(&config.executable, &config, L"/qmsdesk"));
    TRY(inside(&config.base_executable, &config, L"/qmsdesk"));
    TRY(inside(&config.home, &config, L""));
    TRY(inside(&config.prefix, &config, L""));
    TRY(inside(&config.exec_prefix, &config, L""));
    TRY(inside(&config.base_prefix, &config, L""));
    TRY(inside(&config.base_exec_prefix, &config, L""));
    TRY(search(&config, L"/lib/" PYTHON_FOLDER));
    TRY(search(&config, L"/lib/" PYTHON_FOLDER "/lib-dynload"));
    TRY(search(&config, L"/lib/site"));
    TRY(search(&config, L"/app"));
    TRY(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    int code = PyRun_SimpleString("import sys\nfrom qmsdesk.__main__ import main\nsys.exit(main())\n");
    Py_Finalize();
    return code ? 1 : 0;
}
