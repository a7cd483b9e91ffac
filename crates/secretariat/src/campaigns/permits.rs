//! What may be done here, each as a type that a handler asks for, and who may append.

use base::access::Writes;

use super::entries::CampaignEntry;

base::permit!(
    /// Somebody lists the campaigns, or compares some.
    ListCampaigns = "campaigns.list" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody opens one campaign.
    ShowCampaign = "campaigns.show" in "secretariat",
    for [Secretariat], class Members, rate Look
);
base::permit!(
    /// Somebody takes the campaigns away as a table.
    ExportCampaigns = "campaigns.export" in "secretariat",
    for [Secretariat], class Members, rate Bulk
);
base::permit!(
    /// A delegate writes a campaign of their State down, or anew.
    WriteCampaign = "campaigns.write" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate publishes a campaign of their State.
    PublishCampaign = "campaigns.publish" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);
base::permit!(
    /// A delegate says what came of a campaign of their State.
    EvaluateCampaign = "campaigns.evaluate" in "secretariat",
    for [Secretariat], class Members, rate Write, writes
);

impl Writes<CampaignEntry> for WriteCampaign {}
impl Writes<CampaignEntry> for PublishCampaign {}
impl Writes<CampaignEntry> for EvaluateCampaign {}
