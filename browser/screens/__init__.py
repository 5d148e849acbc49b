"""Every screen and state of the console, each a function that leads a signed-in window there."""
from screens.account_list import accounts, accounts_none, add_account
from screens.application_list import (
    add_application, application_deleted, application_moved, applications, applications_none,
    applications_none_for_me, edit_application_wrong, your_applications,
)
from screens.getting_in import forgotten, not_found, profile, sign_in, sign_in_wrong
from screens.import_panel import (
    match_by_content, match_columns, panel, panel_refused, panel_several_unfinished, panel_unfinished, panel_uploading,
)
from screens.mail import letter, letter_text, mailbox, mailbox_empty
from screens.previews import (
    added_row, all_added, cancelled, editor, error_card, partly_added, preview_clean, preview_errors_only,
    preview_mixed, preview_nothing_left, role_list, row_deleted, server_down, several_answers, uploading,
)
from screens.registering import link_expired, link_not_valid, link_renewed, password_set, register, register_refused
from screens.sending import (
    letter_words, letter_words_refused, selection_actions, reminding, send_changed, send_question, users_all_selected,
    users_in_every_state, users_selected, welcome_sent,
)
from screens.user_list import (
    add_user, delete_oneself, edit_user, edit_user_wrong, give_up_rights, users, users_empty, users_no_match,
    users_with_long_names,
)

EVERY = [
    sign_in, sign_in_wrong, profile, not_found, forgotten,
    accounts, accounts_none, add_account,
    users, users_empty, users_no_match, users_with_long_names, add_user, edit_user, edit_user_wrong,
    give_up_rights, delete_oneself,
    applications_none_for_me, your_applications, applications_none, applications, application_moved,
    application_deleted, add_application, edit_application_wrong,
    panel, panel_refused, panel_unfinished, panel_several_unfinished, match_columns, match_by_content, panel_uploading,
    preview_mixed, preview_clean, preview_errors_only, preview_nothing_left, error_card, several_answers,
    row_deleted, server_down, editor, role_list, added_row, cancelled, uploading, partly_added, all_added,
    users_selected, users_all_selected, users_in_every_state, selection_actions, send_question, send_changed, reminding,
    welcome_sent, letter_words, letter_words_refused,
    mailbox_empty, mailbox, letter, letter_text,
    register, register_refused, link_not_valid, link_expired, link_renewed, password_set,
]
