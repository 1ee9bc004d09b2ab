;;; emacs.el --- Emacs as a client of the server  -*- lexical-binding: t; -*-

;; Does what an author does, and writes what the author sees as JSON.
;; Arguments: the settings, the folder of the server's program, the catalogue, a project in it.

;; What Emacs does by itself where somebody sits before it.
(package-activate-all)

(require 'cl-lib)
(require 'json)

(defvar seen nil "What the author sees, by name.")
(defconst patience 60 "Seconds to wait for anything.")

(defun wait (words condition)
  "Wait for CONDITION; WORDS say what that is."
  (let ((end (+ (float-time) patience)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Waited in vain for %s" words))
      (accept-process-output nil 0.05))))

(defun see (name value)
  "Note VALUE by NAME."
  (push (cons name value) seen))

(defun found (words)
  "The diagnostic with WORDS in this buffer."
  (flymake-start)
  (cl-find words (flymake-diagnostics) :test #'string-search :key #'flymake-diagnostic-text))

(defun type-over (from to)
  "Write TO in place of the text FROM, and leave the cursor at its end."
  (goto-char (point-min))
  (search-forward from)
  (replace-match to t t))

(defun settle ()
  "Do by hand what Emacs does after a command, for nobody presses a key here."
  (run-hooks 'post-command-hook)
  (when (eglot-managed-p)
    (eglot--signal-textDocument/didChange)))

(pcase-let ((`(,settings ,programs ,folder ,project) command-line-args-left))
  (setq command-line-args-left nil
        make-backup-files nil
        create-lockfiles nil
        last-nonmenu-event ?x)
  (push programs exec-path)
  (setenv "PATH" (concat programs path-separator (getenv "PATH")))
  (load settings nil t)
  (setq default-directory (file-name-as-directory folder))
  (find-file project))

(settle)
(wait "the server" #'eglot-managed-p)
(see 'emacs emacs-version)

;; A mistake behind an emoji: the server counts in UTF-16, Emacs in characters.
(type-over "addresses: [transfer]" "addresses: [\"😀\", transfer]")
(settle)
(wait "a diagnostic" (lambda () (found "cannot be")))
(let ((mistake (found "cannot be")))
  (see 'mistake (buffer-substring-no-properties (flymake-diagnostic-beg mistake) (flymake-diagnostic-end mistake))))
(type-over "addresses: [\"😀\", transfer]" "addresses: [transfer]")
(settle)
(wait "its end" (lambda () (not (found "cannot be"))))

(goto-char (point-min))
(search-forward "id: linear-pro")
(let (said)
  (eglot-hover-eldoc-function (lambda (words &rest _) (setq said words)))
  (wait "words on what is below the cursor" (lambda () said))
  (see 'hover (substring-no-properties said)))

(type-over "difficulty: first-project" "difficulty: ")
(settle)
(pcase-let ((`(,from ,to ,table . ,_) (eglot-completion-at-point)))
  (see 'completion (vconcat (mapcar #'substring-no-properties
                                    (all-completions (buffer-substring from to) table)))))

;; A fix, applied as the editor does it.
(type-over "difficulty: " "difficulty: first-projct")
(settle)
(wait "another diagnostic" (lambda () (found "cannot be")))
(goto-char (flymake-diagnostic-beg (found "cannot be")))
(cl-letf (((symbol-function 'completing-read) (lambda (&rest _) "Write `first-project`")))
  (call-interactively #'eglot-code-actions))
(wait "the fix" (lambda () (save-excursion (goto-char (point-min)) (search-forward "difficulty: first-project\n" nil t))))
(save-buffer)

;; A rename, which older versions of Eglot cannot do, since a file has to be renamed with it.
(goto-char (point-min))
(search-forward "id: linear-pro")
(see 'rename (condition-case failure
                 (progn (eglot-rename "probes-that-are-linear") "done")
               (error (error-message-string failure))))
(save-some-buffers t)

(princ (concat "seen: " (json-encode seen)))
(kill-emacs)
