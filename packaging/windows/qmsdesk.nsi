Target amd64-unicode
; The setup for one person without administrator rights. setup.py gives VERSION, NUMBERS (1.2.3.0), BUNDLE, NEEDED
; (kilobytes), PYTHON_DLL, OUT and the two lists of what was put in, so that removing takes that away and nothing else.
; The first line is needed: the usual stub is 32-bit, which a Windows for ARM or a 64-bit Wine cannot be sure to run.
;
; Everything is unpacked beside the old program first and takes its place by renaming, so a setup that is interrupted
; leaves the old program whole or is put right by the next.
;
; Exit codes: 0 done, 1 broken off by the person, 2 removed by nobody (a failure of the setup itself), 3 qmsdesk is open,
; 4 no room, 5 a newer qmsdesk is installed, 6 the folder holds something else, 7 a wrong switch, 8 the folder cannot be
; written, 9 another setup runs, 10 IT has installed it for all users.

!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include MUI2.nsh

!define KEY "Software\qmsdesk\Setup"
!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\qmsdesk"

Name "qmsdesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\qmsdesk"
RequestExecutionLevel user
SetCompressor /SOLID lzma
CRCCheck force
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText " "
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "qmsdesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "qmsdesk"
VIAddVersionKey /LANG=0 "CompanyName" "qmsdesk"
VIAddVersionKey /LANG=0 "LegalCopyright" "qmsdesk"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${BUNDLE}/qmsdesk.ico"
!define MUI_UNICON "${BUNDLE}/qmsdesk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\qmsdesk.exe"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_PAGE_HEADER_TEXT "$(Where)"
!define MUI_PAGE_HEADER_SUBTEXT "$(NoRights)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(Elsewhere)"
!define MUI_FINISHPAGE_TITLE "$(Done)"
!define MUI_FINISHPAGE_TEXT "$(InTheMenu)"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Swedish"

!macro Say NAME ENGLISH SWEDISH
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_SWEDISH} "${SWEDISH}"
!macroend
!insertmacro Say Open "qmsdesk is open. Close it and start this again." "qmsdesk är öppet. Stäng det och starta det här igen."
!insertmacro Say NoRoom "There is no room for qmsdesk here: ${NEEDED_MB} MB are needed." "Det finns inte plats för qmsdesk här: ${NEEDED_MB} MB behövs."
!insertmacro Say Newer "A newer qmsdesk is installed. Remove it first if you want this one." "En nyare qmsdesk är redan installerad. Ta bort den först om du vill ha den här."
!insertmacro Say Taken "The folder $INSTDIR holds something else. Choose another one." "Mappen $INSTDIR innehåller något annat. Välj en annan."
!insertmacro Say Wrong "LANG must be sv or en." "LANG ska vara sv eller en."
!insertmacro Say NotWritten "The folder $INSTDIR cannot be written. Choose another one." "Det går inte att skriva i mappen $INSTDIR. Välj en annan."
!insertmacro Say Twice "Another setup of qmsdesk is running." "En annan installation av qmsdesk pågår."
!insertmacro Say ForAll "qmsdesk is already installed on this computer, for all users." "qmsdesk är redan installerat på datorn, för alla användare."
!insertmacro Say Where "Where should qmsdesk go?" "Var ska qmsdesk ligga?"
!insertmacro Say NoRights "Administrator rights are not needed." "Administratörsrättigheter behövs inte."
!insertmacro Say Elsewhere "The folder below suits most. Your registers lie elsewhere and are not touched." "Mappen nedan passar de flesta. Dina register ligger på ett annat ställe och berörs inte."
!insertmacro Say Done "qmsdesk is installed" "qmsdesk är installerat"
!insertmacro Say InTheMenu "You find it in the Start menu." "Du hittar det i startmenyn."
!insertmacro Say OpenNow "Open qmsdesk now" "Öppna qmsdesk nu"
!insertmacro Say RegisterType "qmsdesk register" "qmsdesk-register"
!insertmacro Say PackageType "qmsdesk package" "qmsdesk-paket"

; One sentence and the code; a silent run has only the code
!macro Refuse TEXT CODE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; that file types have changed
!macroend

!macro Isolate
  ; Two setups at once would rename each other's folders.
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\qmsdesk-setup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    !insertmacro Refuse "$(Twice)" 9
  ${EndIf}
!macroend

!macro RefuseWhileRunning FOLDER
  ${For} $0 1 2
    StrCpy $1 "${FOLDER}\qmsdesk.exe"
    ${If} $0 = 2
      StrCpy $1 "${FOLDER}\qmsdesk.com"
    ${EndIf}
    ${If} ${FileExists} $1
      ClearErrors
      FileOpen $2 $1 a
      ${If} ${Errors}
        !insertmacro Refuse "$(Open)" 3
      ${EndIf}
      FileClose $2
    ${EndIf}
  ${Next}
!macroend

Function .onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${IfNot} ${Errors}
    ${If} $1 == "sv"
      StrCpy $LANGUAGE ${LANG_SWEDISH}
    ${ElseIf} $1 == "en"
      StrCpy $LANGUAGE ${LANG_ENGLISH}
    ${Else}
      !insertmacro Refuse "$(Wrong)" 7
    ${EndIf}
  ${EndIf}
  !insertmacro Isolate
  ReadRegStr $0 HKLM "${KEY}" "Version"
  ${If} $0 != ""
    !insertmacro Refuse "$(ForAll)" 10
  ${EndIf}
  ; Where it was put last time, unless the command line says otherwise; NSIS lets a folder that cannot be go unsaid
  ${If} $INSTDIR == "$LOCALAPPDATA\Programs\qmsdesk"
    System::Call 'kernel32::GetCommandLineW() w .r0'
    ${GetOptions} $0 "/D=" $1
    ${If} $1 != ""
    ${AndIf} $1 != $INSTDIR
      StrCpy $INSTDIR $1
      !insertmacro Refuse "$(NotWritten)" 8
    ${EndIf}
    ReadRegStr $0 HKCU "${KEY}" "Folder"
    ${If} $0 != ""
      StrCpy $INSTDIR $0
    ${EndIf}
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "Version"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
      !insertmacro Refuse "$(Newer)" 5
    ${EndIf}
  ${EndIf}
FunctionEnd

; The old release knows its own files; what else lay there is kept under a name of its own.
Function PutTheOldAway
  ${If} ${FileExists} "$INSTDIR.old\uninstall.exe"
    ExecWait '"$INSTDIR.old\uninstall.exe" /S /FILES _?=$INSTDIR.old'
    Delete "$INSTDIR.old\uninstall.exe"
  ${EndIf}
  RMDir "$INSTDIR.old"
  ${For} $0 1 99
    ${IfNot} ${FileExists} "$INSTDIR.old\*.*"
      ${Break}
    ${EndIf}
    Rename "$INSTDIR.old" "$INSTDIR.kept-$0"
  ${Next}
FunctionEnd

; What an interrupted setup left: the old program is put back if nothing took its place, a half unpacked new one goes.
Function Recover
  ${If} ${FileExists} "$INSTDIR\qmsdesk.exe"
    Call PutTheOldAway
  ${ElseIf} ${FileExists} "$INSTDIR.old\qmsdesk.exe"
    RMDir "$INSTDIR"
    Rename "$INSTDIR.old" "$INSTDIR"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR.new\*.*"
    RMDir /r "$INSTDIR.new"
  ${EndIf}
FunctionEnd

; Ours is a folder that was ours, even half removed, an empty one, and one with nothing but an uninstall.exe.
Function RefuseAForeignFolder
  ReadRegStr $0 HKCU "${KEY}" "Folder"
  ${If} $0 == $INSTDIR
  ${OrIf} ${FileExists} "$INSTDIR\qmsdesk.exe"
    Return
  ${EndIf}
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} $1 != "uninstall.exe"
      FindClose $0
      !insertmacro Refuse "$(Taken)" 6
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

Function RefuseWithoutRoom
  ${GetParent} "$INSTDIR" $0
  CreateDirectory $0
  ${GetRoot} "$0" $1
  ${DriveSpace} "$1\" "/D=F /S=K" $2
  ${If} $2 != ""
  ${AndIf} $2 < ${NEEDED}
    !insertmacro Refuse "$(NoRoom)" 4
  ${EndIf}
FunctionEnd

; A virus scanner may hold a new file for a moment, so it is tried for some seconds.
Function TakeTheOldOnesPlace
  ${If} ${FileExists} "$INSTDIR\*.*"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      RMDir /r "$INSTDIR.new"
      !insertmacro Refuse "$(Open)" 3
    ${EndIf}
  ${EndIf}
  ${For} $0 1 20
    ClearErrors
    Rename "$INSTDIR.new" "$INSTDIR"
    ${IfNot} ${Errors}
      ${Break}
    ${EndIf}
    Sleep 500
  ${Next}
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    !insertmacro Refuse "$(NotWritten)" 8
  ${EndIf}
FunctionEnd

Section
  Call Recover
  !insertmacro RefuseWhileRunning "$INSTDIR"
  Call RefuseAForeignFolder
  Call RefuseWithoutRoom
  ClearErrors
  SetOutPath "$INSTDIR.new"
  ${If} ${Errors}
    !insertmacro Refuse "$(NotWritten)" 8
  ${EndIf}
  SetOverwrite on
  File /r "${BUNDLE}/*.*"
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  SetOutPath "$TEMP" ; no folder can be renamed that one stands in
  ${IfNot} ${FileExists} "$INSTDIR.new\${LAST_FILE}"
    RMDir /r "$INSTDIR.new"
    !insertmacro Refuse "$(NoRoom)" 4
  ${EndIf}
  Call TakeTheOldOnesPlace
  Call PutTheOldAway

  WriteRegStr HKCU "${KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Version" "${VERSION}"
  WriteRegStr HKCU "${ARP}" "DisplayName" "qmsdesk"
  WriteRegStr HKCU "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ARP}" "Publisher" "qmsdesk"
  WriteRegStr HKCU "${ARP}" "DisplayIcon" "$INSTDIR\qmsdesk.ico"
  WriteRegStr HKCU "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ARP}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ARP}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ARP}" "NoModify" 1
  WriteRegDWORD HKCU "${ARP}" "NoRepair" 1
  WriteRegDWORD HKCU "${ARP}" "EstimatedSize" ${SIZE}
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\qmsdesk.exe" "" "$INSTDIR\qmsdesk.exe"
  WriteRegStr HKCU "Software\Classes\.qmsdesk" "" "qmsdesk.register"
  WriteRegStr HKCU "Software\Classes\qmsdesk.register" "" "$(RegisterType)"
  WriteRegStr HKCU "Software\Classes\qmsdesk.register\DefaultIcon" "" "$INSTDIR\qmsdesk.ico"
  WriteRegStr HKCU "Software\Classes\qmsdesk.register\shell\open\command" "" '"$INSTDIR\qmsdesk.exe" --register "%1"'
  WriteRegStr HKCU "Software\Classes\.qms" "" "qmsdesk.package"
  WriteRegStr HKCU "Software\Classes\qmsdesk.package" "" "$(PackageType)"
  WriteRegStr HKCU "Software\Classes\qmsdesk.package\DefaultIcon" "" "$INSTDIR\qmsdesk.ico"
  !insertmacro TellExplorer
  CreateShortcut "$SMPROGRAMS\qmsdesk.lnk" "$INSTDIR\qmsdesk.exe"
  SetErrorLevel 0
SectionEnd

; A disk that was filled on the way: nothing half done stays, and the old program is where it was.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
FunctionEnd

Function un.onInit
  ${If} ${FileExists} "$INSTDIR\qmsdesk.exe"
    !insertmacro RefuseWhileRunning "$INSTDIR"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !include "${REMOVE_LIST}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FILES" $1
  ${IfNot} ${Errors}
    SetErrorLevel 0
    Quit
  ${EndIf}
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\qmsdesk.lnk"
  DeleteRegKey HKCU "${ARP}"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\qmsdesk.exe"
  DeleteRegKey HKCU "Software\Classes\.qmsdesk"
  DeleteRegKey HKCU "Software\Classes\qmsdesk.register"
  DeleteRegKey HKCU "Software\Classes\.qms"
  DeleteRegKey HKCU "Software\Classes\qmsdesk.package"
  !insertmacro TellExplorer
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey /ifempty HKCU "Software\qmsdesk"
  SetErrorLevel 0
SectionEnd
