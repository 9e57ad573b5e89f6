"""What any program of this kind must do at least: a window with a menu, a status bar and a text."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

application = QApplication(sys.argv)
window = QMainWindow()
window.menuBar().addMenu("File")
window.statusBar().showMessage("Ready")
window.setCentralWidget(QTextEdit())
window.resize(1000, 700)
window.show()
application.exec()
