;;; agendakit.el --- Eglot starts agendakit in catalogues  -*- lexical-binding: t; -*-

;; Emacs 29 or newer, or Emacs 28 with the package eglot; markdown-mode.  Put this into your init file.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((markdown-mode gfm-mode) . ("agendakit" "lsp"))))

(defun agendakit-start ()
  "Start the language server where the file belongs to a catalogue."
  (when (locate-dominating-file default-directory "agendakit.toml")
    (eglot-ensure)))

(add-hook 'markdown-mode-hook #'agendakit-start)

;;; agendakit.el ends here
